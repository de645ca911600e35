import { describe, expect, it } from 'vitest'
import { howToTell, referenceOf, type Known, type Told } from '../../../src/domain/notice/trouble.ts'
import { at } from '../../support/leads.ts'

const told = (count: number, tries: number): Told => ({
  ...{ lane: 'C0LEADS', cause: 'is_archived', userId: 'U0OPS', noticeId: 'n', at: at('09:00'), count, tries },
})
const none: Known = { count: 0, tries: 0 }

describe('telling operations about a cause', () => {
  it.each([
    ['a cause nobody knows of', { count: 1, tries: 1 }, undefined, '09:00', 'anew'],
    ['nothing', none, undefined, '09:00', 'not'],
    ['nothing new, even after days', { count: 3, tries: 3 }, told(3, 3), '23:00', 'not'],
    ['more of the same', { count: 300, tries: 300 }, told(1, 1), '09:59', 'in-place'],
    ['more of the same, an hour later', { count: 300, tries: 300 }, told(1, 1), '10:00', 'anew'],
    ['fewer, however late', { count: 1, tries: 1 }, told(3, 3), '23:00', 'in-place'],
    ['that it is mended', none, told(3, 3), '23:00', 'in-place'],
    ['that it is mended, once', none, told(0, 0), '23:00', 'not'],
    ['the same ones, refused again', { count: 3, tries: 6 }, told(3, 3), '09:10', 'in-place'],
    ['one that comes back within the hour', { count: 3, tries: 6 }, told(0, 0), '09:10', 'in-place'],
    ['one that comes back later', { count: 3, tries: 6 }, told(0, 0), '10:10', 'anew'],
  ] as const)('%s', (...[, trouble, known, time, expected]) => {
    expect(howToTell(trouble, known, at(time))).toBe(expected)
  })

  it('gives each cause in each lane a reference of its own, always the same', () => {
    const archived = referenceOf({ lane: 'C0LEADS', cause: 'is_archived' })
    expect(archived).toMatch(/^[0-9a-f]{8}$/)
    expect(referenceOf({ lane: 'C0LEADS', cause: 'is_archived' })).toBe(archived)
    expect(referenceOf({ lane: 'C0OTHER', cause: 'is_archived' })).not.toBe(archived)
    expect(referenceOf({ lane: 'C0LEADS', cause: 'not_in_channel' })).not.toBe(archived)
  })
})
