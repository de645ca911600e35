import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quantileOf, type Ending } from '../../../src/domain/statistics/kaplan-meier.ts'

/** `9` was decided, `-13` was last seen undecided. */
const endings = (times: number[]): Ending[] =>
  times.map((time) => ({ after: Math.abs(time), decided: time > 0 ? 1 : 0, censored: time > 0 ? 0 : 1 }))

/** The two groups of `aml` and those of Freireich's 6-MP trial, whose medians R's `survfit` prints. */
const maintained = [9, 13, -13, 18, 23, -28, 31, 34, -45, 48, -161]
const notMaintained = [5, 5, 8, 8, 12, -16, 23, 27, 30, 33, 43, 45]
const treated = [6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35]
const placebo = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]

describe('the time to a decision', () => {
  it.each([
    ['aml, maintained', maintained, 31],
    ['aml, not maintained', notMaintained, 23],
    ['6-MP', treated, 23],
    ['placebo', placebo, 8],
  ])('has the median that R gives for %s', (_name, times, median) => {
    expect(quantileOf(endings(times), 0.5)).toEqual({ value: median, reached: true })
  })

  it('is "more than the longest seen" when too few were decided', () => {
    expect(quantileOf(endings([1, -2, -3, -10]), 0.5)).toEqual({ value: 10, reached: false })
    expect(quantileOf(endings(maintained), 0.9)).toEqual({ value: 161, reached: false })
  })

  it('is unknown without anybody', () => {
    expect(quantileOf([], 0.5)).toBeNull()
  })

  it('without anybody undecided is the ordinary quantile, and summing equal times changes nothing', () => {
    const times = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 60 })
    const property = fc.property(times, fc.constantFrom(0.5, 0.9), (list, share) => {
      const sorted = list.toSorted((a, b) => a - b)
      const value = sorted[Math.ceil(share * sorted.length - 1e-9) - 1]
      expect(quantileOf(endings(list), share)).toEqual({ value, reached: true })
      const summed = [...Map.groupBy(list, (time) => time)].map(([after, same]) => ({
        ...{ after, decided: same.length, censored: 0 },
      }))
      expect(quantileOf(summed, share)).toEqual({ value, reached: true })
    })
    fc.assert(property, { seed: 8, numRuns: 300 })
  })

  it('only grows when somebody else is still waiting', () => {
    const times = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 40 })
    const property = fc.property(times, fc.integer({ min: 1, max: 60 }), (list, wait) => {
      const [before, after] = [quantileOf(endings(list), 0.5), quantileOf(endings([...list, -wait]), 0.5)]
      expect(after?.value).toBeGreaterThanOrEqual(before?.value ?? 0)
    })
    fc.assert(property, { seed: 9, numRuns: 300 })
  })
})
