import { describe, expect, it } from 'vitest'
import { recoveryOf, type Recycled } from '../../../src/domain/digest/recovery.ts'
import { chance } from '../../support/chance.ts'
import { percent, published, seeds, whole } from './reference.ts'

const now = new Date('2026-11-23T12:00:00Z')
const day = 24 * 60 * 60_000
const daysAgo = (days: number) => new Date(now.getTime() - days * day)

const recycled = (days: number, accepted: number | null = null): Recycled => ({
  ...{ recycledAt: daysAgo(days), acceptedAt: accepted === null ? null : daysAgo(accepted) },
})
const millisecond = 1 / day

describe('recycle recovery', () => {
  it.each([null, undefined])('is absent, not zero, while no recycling is recorded: %s', (none) => {
    expect(recoveryOf(none, now)).toBeNull()
  })

  it.each<[string, Recycled[], number, number]>([
    ['nobody', [], 0, 0],
    ['one who came back', [recycled(90, 10)], 1, 1],
    ['one who did not', [recycled(90)], 0, 1],
    ['one recycled exactly 60 days ago', [recycled(60, 1)], 1, 1],
    ['one recycled a moment later', [recycled(60 - millisecond, 1)], 0, 0],
    ['one accepted at this very moment', [recycled(90, 0)], 1, 1],
    ['one accepted after the counting', [recycled(90, -millisecond)], 0, 1],
    ['one accepted only before it was recycled', [recycled(90, 95)], 0, 1],
    ['one accepted at the moment of recycling', [recycled(90, 90)], 0, 1],
    ['old and fresh ones', [recycled(61, 2), recycled(200), recycled(59, 2), recycled(3)], 1, 2],
  ])('of %s', (...[_name, all, count, of]) => {
    expect(recoveryOf(all, now)).toMatchObject({ count, of, share: of === 0 ? null : count / of })
  })

  it.each(published)('%i of %i recovered is %i to %i percent', (...[count, of, low, high]) => {
    const all = Array.from({ length: of }, (_, index) => recycled(70, index < count ? 5 : null))
    const rate = recoveryOf(all, now)
    expect(rate && percent(rate)).toEqual([low, high])
  })

  it('agrees with counting one by one', () => {
    for (const seed of seeds(300)) {
      const random = chance(seed)
      const days = Array.from({ length: whole(random, 0, 20) }, () => ({
        ...{ ago: whole(random, 55, 65), back: random() < 0.6 ? whole(random, -5, 70) : null },
      }))
      let [count, of] = [0, 0]
      for (const { ago, back } of days) {
        if (ago < 60) continue
        of += 1
        if (back !== null && back < ago && back >= 0) count += 1
      }
      const rate = recoveryOf(
        days.map(({ ago, back }) => recycled(ago, back)),
        now,
      )
      expect(rate).toMatchObject({ count, of })
    }
  })
})
