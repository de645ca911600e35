import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cohort } from '../../../src/domain/digest/cohort.ts'
import { digestOf } from '../../../src/domain/digest/digest-of.ts'
import { rateOf, slicesNamed } from '../../../src/domain/digest/number.ts'
import { sliceKinds } from '../../../src/domain/digest/slice-kind.ts'
import type { Tally } from '../../../src/domain/digest/tally.ts'
import { measure } from '../../../src/domain/ledger/measure.ts'
import { aHanded, countedByHand } from '../../support/cohort.ts'
import { at } from '../../support/leads.ts'

const week = { week: '2026-W47', from: at('00:00'), to: at('23:59') }

describe('the same leads', () => {
  const handed = fc
    .record({
      status: fc.constantFrom('open', 'accepted', 'rejected', 'expired'),
      source: fc.constantFrom('a', 'b'),
      campaign: fc.constantFrom('a', 'c', null),
      persona: fc.constantFrom('it-lead', null),
      tier: fc.constantFrom('hot', 'low'),
      reason: fc.constantFrom('spam', 'duplicate'),
    })
    .map(({ reason, ...one }) => aHanded({ ...one, reason: one.status === 'rejected' ? reason : null }))

  it('give one number in the digest, its explanation, the narrowed digest and the ledger', () => {
    const property = fc.property(fc.array(handed, { maxLength: 80 }), (leads) => {
      const figures = digestOf(countedByHand(leads), week)
      for (const by of sliceKinds) {
        for (const { key, acceptance } of slicesNamed(by, figures)) {
          const narrowed = countedByHand(leads.filter((one) => one[by] === key))
          expect(rateOf({ name: by, key }, figures)).toEqual(acceptance)
          expect(digestOf(narrowed, week).acceptance).toEqual(acceptance)
          expect(measure({ by, key }, { before: narrowed, after: narrowed }).before).toEqual(acceptance)
        }
      }
    })
    fc.assert(property, { seed: 27, numRuns: 40 })
  })
})

describe('any counts, up to a million of each,', () => {
  const count = fc.oneof(fc.constantFrom(0, 1), fc.integer({ min: 0, max: 1_000_000 }))
  const tally = fc
    .record({ accepted: count, rejected: count, expired: count, open: count, inTime: count })
    .map(({ inTime, ...one }): Tally => {
      const decided = one.accepted + one.rejected
      const rest = { delivered: decided + one.expired + one.open, quality: one.rejected, notYetDue: one.open }
      return { ...one, ...rest, inTime: Math.min(inTime, decided) }
    })
  const endings = fc.array(fc.record({ after: count, decided: count, censored: count }), { maxLength: 20 })
  const slices = fc.array(fc.record({ by: fc.constantFrom(...sliceKinds), tally }), { maxLength: 12 })
  const cohorts = fc
    .record({
      slices,
      scores: fc.array(fc.record({ score: count, accepted: count, rejected: count }), { maxLength: 9 }),
      reasons: fc.array(fc.record({ code: fc.constantFrom('spam', 'bad-data'), count }), { maxLength: 2 }),
      waits: fc.record({ wall: endings, working: endings }),
    })
    .map(({ slices: drawn, ...rest }): Cohort => {
      const named = drawn.map((one, index) => ({ ...one, key: `${index}` }))
      return { ...rest, all: together(drawn.map((one) => one.tally)), slices: named, praise: [], notes: [] }
    })

  it('make numbers, and shares between none and all', () => {
    const property = fc.property(cohorts, (cohort) => {
      const figures = digestOf(cohort, week)
      // JSON has no NaN and no infinity.
      expect(JSON.parse(JSON.stringify(figures))).toEqual(figures)
      const rates = sliceKinds.flatMap((by) => slicesNamed(by, figures).map(({ acceptance }) => acceptance))
      for (const { share, low, high } of [figures.coverage, figures.clockKept, figures.acceptance, ...rates])
        expect([low >= 0, low <= (share ?? 0), (share ?? 1) <= high, high <= 1]).toEqual([
          ...[true, true, true, true],
        ])
      for (const { share, cumulative } of figures.reasons)
        expect(0 < share && share <= cumulative && cumulative <= 1).toBe(true)
    })
    fc.assert(property, { seed: 28, numRuns: 60 })
  })
})

function together(tallies: Tally[]): Tally {
  const sum = (field: keyof Tally) => tallies.reduce((total, one) => total + one[field], 0)
  return {
    ...{ delivered: sum('delivered'), accepted: sum('accepted'), rejected: sum('rejected') },
    ...{ quality: sum('quality'), expired: sum('expired'), open: sum('open') },
    ...{ notYetDue: sum('notYetDue'), inTime: sum('inTime') },
  }
}
