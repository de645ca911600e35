import { describe, expect, it } from 'vitest'
import { noTally, type Cohort } from '../../src/domain/digest/cohort.ts'
import { slicesOf } from '../../src/domain/digest/slices.ts'
import type { Tally } from '../../src/domain/digest/tally.ts'
import { chance } from '../support/chance.ts'

const seeds = Array.from({ length: 400 }, (_, seed) => seed + 1)

/** Decided handoffs of some sources, each accepted with its own chance. */
function simulated(sources: { n: number; rate: number }[], seed: number): Pick<Cohort, 'all' | 'slices'> {
  const random = chance(seed)
  const tallies = sources.map(({ n, rate }): Tally => {
    const accepted = Array.from({ length: n }, random).filter((draw) => draw < rate).length
    return { ...noTally, delivered: n, accepted, rejected: n - accepted }
  })
  const sum = (field: 'delivered' | 'accepted' | 'rejected') =>
    tallies.reduce((total, tally) => total + tally[field], 0)
  return {
    all: { ...noTally, delivered: sum('delivered'), accepted: sum('accepted'), rejected: sum('rejected') },
    slices: tallies.map((tally, index) => ({ by: 'source', key: `source ${index}`, tally })),
  }
}

const called = (cohort: Pick<Cohort, 'all' | 'slices'>) =>
  slicesOf(cohort, 'source')
    .filter(({ worse }) => worse)
    .map(({ key }) => key)

const alike = (rate: number, n: number) => Array.from({ length: 20 }, () => ({ n, rate }))

describe('a source is called worse', () => {
  it.each([
    [0.8, 60],
    [0.5, 25],
    [0.9, 200],
  ])('by chance in at most 5 of 100 weeks, where all twenty accept %d of %i', (rate, n) => {
    const wrong = seeds.filter((seed) => called(simulated(alike(rate, n), seed)).length > 0)
    expect(wrong.length / seeds.length).toBeLessThanOrEqual(0.05)
  })

  it('in at least 90 of 100 weeks when it accepts 40 % and the others 80 %, n = 60', () => {
    const [, ...rest] = alike(0.8, 60)
    const found = seeds.filter((seed) =>
      called(simulated([{ n: 60, rate: 0.4 }, ...rest], seed)).includes('source 0'),
    )
    expect(found.length / seeds.length).toBeGreaterThanOrEqual(0.9)
  })

  it('never below n = 20, however bad', () => {
    const cohort = simulated(
      [
        { n: 19, rate: 0 },
        { n: 500, rate: 1 },
      ],
      1,
    )
    expect(called(cohort)).toEqual([])
    expect(
      called(
        simulated(
          [
            { n: 20, rate: 0 },
            { n: 500, rate: 1 },
          ],
          1,
        ),
      ),
    ).toEqual(['source 0'])
  })

  it('never when there are no others to compare it with', () => {
    expect(called(simulated([{ n: 100, rate: 0.1 }], 1))).toEqual([])
  })
})
