import { describe, expect, it } from 'vitest'
import { missedOf, type RejectedLead } from '../../../src/domain/digest/missed.ts'
import { chance } from '../../support/chance.ts'
import { percent, published, seeds, whole } from './reference.ts'

const now = new Date('2026-11-23T12:00:00Z')
const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds)

const rejected = (at: number, opportunity: number | null = null): RejectedLead => ({
  ...{ rejectedAt: ago(at), opportunityAt: opportunity === null ? null : ago(opportunity) },
})

describe('missed by sales', () => {
  it.each([null, undefined])('is absent, not zero, while no opportunities are recorded: %s', (none) => {
    expect(missedOf(none, now)).toBeNull()
  })

  it.each<[string, RejectedLead[], number, number]>([
    ['nobody', [], 0, 0],
    ['one who stayed away', [rejected(9)], 0, 1],
    ['one who became an opportunity', [rejected(9, 5)], 1, 1],
    ['one who became it at this very moment', [rejected(9, 0)], 1, 1],
    ['one who becomes it after the counting', [rejected(9, -1)], 0, 1],
    ['one who was it already', [rejected(9, 10)], 0, 1],
    ['one who was it at the moment of rejection', [rejected(9, 9)], 0, 1],
    ['one rejected at this very moment', [rejected(0)], 0, 1],
    ['one rejected after the counting', [rejected(-1)], 0, 0],
    ['several', [rejected(9, 5), rejected(8), rejected(7, 6), rejected(3)], 2, 4],
  ])('of %s', (...[_name, leads, count, of]) => {
    expect(missedOf(leads, now)).toMatchObject({ count, of, share: of === 0 ? null : count / of })
  })

  it.each(published)('%i of %i missed is %i to %i percent', (...[count, of, low, high]) => {
    const leads = Array.from({ length: of }, (_, index) => rejected(70, index < count ? 5 : null))
    const rate = missedOf(leads, now)
    expect(rate && percent(rate)).toEqual([low, high])
  })

  it('agrees with counting one by one', () => {
    for (const seed of seeds(300)) {
      const random = chance(seed)
      const times = Array.from({ length: whole(random, 0, 20) }, () => ({
        ...{ at: whole(random, -2, 9), deal: random() < 0.6 ? whole(random, -3, 9) : null },
      }))
      let [count, of] = [0, 0]
      for (const { at, deal } of times) {
        if (at < 0) continue
        of += 1
        if (deal !== null && deal >= 0 && deal < at) count += 1
      }
      const rate = missedOf(
        times.map(({ at, deal }) => rejected(at, deal)),
        now,
      )
      expect(rate).toMatchObject({ count, of })
    }
  })
})
