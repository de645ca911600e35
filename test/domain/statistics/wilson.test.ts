import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wilson } from '../../../src/domain/statistics/wilson.ts'

describe("Wilson's interval", () => {
  it.each([
    [3, 3, 44, 100],
    [4, 10, 17, 69],
    [7, 20, 18, 57],
    [22, 50, 31, 58],
    [44, 100, 35, 54],
    [0, 10, 0, 28],
  ])('of %i in %i is %i to %i percent', (...[count, of, low, high]) => {
    const rate = wilson(count, of)
    expect([Math.round(rate.low * 100), Math.round(rate.high * 100)]).toEqual([low, high])
  })

  it('knows nothing when there is nothing', () => {
    expect(wilson(0, 0)).toEqual({ count: 0, of: 0, share: null, low: 0, high: 1 })
  })

  it('holds the share, mirrors its complement, and narrows with more of the same', () => {
    const counts = fc
      .integer({ min: 1, max: 3000 })
      .chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)))
    const property = fc.property(counts, ([count, of]) => {
      const rate = wilson(count, of)
      const rest = wilson(of - count, of)
      const more = wilson(count * 4, of * 4)
      expect(rate.low).toBeGreaterThanOrEqual(0)
      expect(rate.high).toBeLessThanOrEqual(1)
      expect(rate.low - 1e-9).toBeLessThanOrEqual(count / of)
      expect(rate.high + 1e-9).toBeGreaterThanOrEqual(count / of)
      expect(rate.low).toBeCloseTo(1 - rest.high, 9)
      expect(more.high - more.low).toBeLessThan(rate.high - rate.low)
    })
    fc.assert(property, { seed: 6, numRuns: 300 })
  })
})
