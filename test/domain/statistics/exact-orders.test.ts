import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quantileOf, type Ending } from '../../../src/domain/statistics/kaplan-meier.ts'
import { separation } from '../../../src/domain/statistics/separation.ts'
import { relativeError } from './exact.ts'
import { most } from './shares.ts'

describe('the time to a decision, to the last of 10,000,', () => {
  const few = fc.integer({ min: 0, max: 3 })
  const ending = fc.record({ after: fc.integer({ min: 0, max: 20_000 }), decided: few, censored: few })

  it('is the one by which so many were decided, without any rounding', () => {
    const property = fc.property(
      fc.array(ending, { maxLength: 2500 }),
      fc.constantFrom(5n, 9n),
      (list, tenths) => {
        expect(quantileOf(list, Number(tenths) / 10)).toEqual(quantileByHand(list, tenths))
      },
    )
    fc.assert(property, { seed: 25, numRuns: 25 })
  })

  it.each([
    ['nobody', 1],
    ['every second', 2],
    ['every third', 3],
  ])('is right where %s was last seen undecided', (_who, step) => {
    const list = Array.from({ length: most }, (_, after): Ending => {
      const censored = after % step === 1 ? 1 : 0
      return { after, decided: 1 - censored, censored }
    })
    for (const tenths of [1n, 5n, 9n])
      expect(quantileOf(list, Number(tenths) / 10)).toEqual(quantileByHand(list, tenths))
  })

  it('does not end with a time at which nobody was', () => {
    const seen = { after: 3, decided: 0, censored: 1 }
    expect(quantileOf([seen, { after: 8, decided: 0, censored: 0 }], 0.5)).toEqual({
      ...{ value: 3, reached: false },
    })
  })
})

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0)

/** The survival curve as a fraction of whole numbers; the share in tenths. */
function quantileByHand(endings: Ending[], tenths: bigint) {
  const seen = endings.filter(({ decided, censored }) => decided + censored > 0)
  const times = [...Map.groupBy(seen, ({ after }) => after)].toSorted(([a], [b]) => a - b)
  let atRisk = sum(seen.map(({ decided, censored }) => decided + censored))
  let [over, under] = [1n, 1n]
  for (const [after, same] of times) {
    const decided = sum(same.map((one) => one.decided))
    ;[over, under] = [over * BigInt(atRisk - decided), under * BigInt(atRisk)]
    if (decided > 0 && over * 10n <= under * (10n - tenths)) return { value: after, reached: true }
    atRisk -= decided + sum(same.map((one) => one.censored))
  }
  const last = times.at(-1)
  return last ? { value: last[0], reached: false } : null
}

describe('the score', () => {
  const count = fc.record({
    score: fc.integer({ min: -100, max: 100 }),
    accepted: fc.integer({ min: 0, max: 100 }),
    rejected: fc.integer({ min: 0, max: 100 }),
  })

  it('separates as its pairs say, one by one, also where a score comes in two parts', () => {
    const property = fc.property(fc.array(count, { maxLength: 150 }), (counts) => {
      const pairs = counts.flatMap((yes) =>
        counts.map((no) => ({
          halves: 1 + Math.sign(yes.score - no.score),
          times: yes.accepted * no.rejected,
        })),
      )
      const all = sum(pairs.map(({ times }) => times))
      fc.pre(all > 0)
      const won = sum(pairs.map(({ halves, times }) => halves * times))
      const right = { over: BigInt(won), under: 2n * BigInt(all) }
      expect(relativeError(separation(counts) ?? NaN, right)).toBeLessThan(1e-15)
    })
    fc.assert(property, { seed: 26, numRuns: 100 })
  })
})
