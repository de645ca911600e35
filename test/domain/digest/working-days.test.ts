import { describe, expect, it } from 'vitest'
import { endOfWorkingDays } from '../../../src/domain/digest/working-days.ts'
import { seeds, whole } from './reference.ts'
import { chance } from '../../support/chance.ts'
import { aTeam, endByHand } from './team-days.ts'

describe('five working days', () => {
  it.each([
    ['from a Wednesday, to the end of the next', '2026-11-18T10:00:00+01:00', '2026-11-26T00:00:00+01:00'],
    ['from its first moment', '2026-11-18T00:00:00+01:00', '2026-11-26T00:00:00+01:00'],
    ['from its last moment', '2026-11-18T23:59:59.999+01:00', '2026-11-26T00:00:00+01:00'],
    ['from a Friday', '2026-11-20T17:00:00+01:00', '2026-11-28T00:00:00+01:00'],
    ['from a Saturday, to the Friday after it', '2026-11-21T12:00:00+01:00', '2026-11-28T00:00:00+01:00'],
    ['from a Sunday', '2026-11-22T12:00:00+01:00', '2026-11-28T00:00:00+01:00'],
    ['over two holidays', '2026-12-22T10:00:00+01:00', '2027-01-01T00:00:00+01:00'],
    ['over the end of summer time', '2026-10-21T10:00:00+02:00', '2026-10-29T00:00:00+01:00'],
    ['by the day of the team, not of Greenwich', '2026-11-17T23:30:00Z', '2026-11-26T00:00:00+01:00'],
  ])('run %s', (_name, from, ends) => {
    expect(endOfWorkingDays(new Date(from), 5, aTeam)).toEqual(new Date(ends))
  })

  it('begin later where a day begins at one o’clock', () => {
    const santiago = { ...aTeam, zone: 'America/Santiago' }
    const from = new Date('2026-09-06T12:00:00-03:00')
    expect(endOfWorkingDays(from, 5, santiago)).toEqual(new Date('2026-09-12T00:00:00-03:00'))
    expect(endOfWorkingDays(new Date('2026-08-28T12:00:00-04:00'), 6, santiago)).toEqual(
      new Date('2026-09-08T00:00:00-03:00'),
    )
  })

  it('end never where nobody works', () => {
    const idle = { ...aTeam, hours: { days: {}, holidays: [] } }
    expect(() => endOfWorkingDays(new Date('2026-11-18T10:00:00Z'), 5, idle)).toThrow(
      'not 5 working days within 400 days of 2026-11-18T10:00:00.000Z',
    )
  })

  it('agree with walking hour by hour over a calendar', () => {
    for (const seed of seeds(300)) {
      const random = chance(seed)
      const from = new Date(Date.UTC(2026, 0, 1) + whole(random, 0, 365 * 24 * 60) * 60_000)
      const days = whole(random, 1, 7)
      expect(endOfWorkingDays(from, days, aTeam)).toEqual(endByHand(from, days))
    }
  })
})
