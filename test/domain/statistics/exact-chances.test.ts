import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { benjaminiHochberg } from '../../../src/domain/statistics/benjamini-hochberg.ts'
import { fisherLower } from '../../../src/domain/statistics/fisher.ts'
import { newcombe } from '../../../src/domain/statistics/newcombe.ts'
import { wilson } from '../../../src/domain/statistics/wilson.ts'
import { fractionOf, isLess, lowerTail, nearest, relativeError, type Fraction, type Share } from './exact.ts'
import { bounds, differenceBounds } from './exact-bounds.ts'
import { shares, tables } from './shares.ts'

/** Below this a number has fewer and fewer digits. */
const smallest = 1e-307

/** Relative, or none where the right one is as good as none and this one, too. */
function errorOfTail(slice: Share, all: Share): number {
  const [p, right] = [fisherLower(slice, all), lowerTail(slice, all)]
  return nearest(right) < smallest && p >= 0 && p < smallest ? 0 : relativeError(p, right)
}

it.each([
  // What a slice much better than the rest must not be: as sure a call as one that is much worse.
  [
    { count: 1383, of: 1397 },
    { count: 1740, of: 3351 },
  ],
  [
    { count: 713, of: 943 },
    { count: 1021, of: 3952 },
  ],
  [
    { count: 14, of: 1397 },
    { count: 1611, of: 3351 },
  ],
  [
    { count: 0, of: 0 },
    { count: 0, of: 0 },
  ],
  [
    { count: 0, of: 0 },
    { count: 5, of: 9 },
  ],
  [
    { count: 9, of: 9 },
    { count: 9, of: 9 },
  ],
  [
    { count: 0, of: 9 },
    { count: 0, of: 9 },
  ],
  [
    { count: 4, of: 9 },
    { count: 4, of: 9 },
  ],
  [
    { count: 0, of: 1 },
    { count: 1, of: 2 },
  ],
  [
    { count: 0, of: 5000 },
    { count: 5000, of: 10_000 },
  ],
  [
    { count: 5000, of: 5000 },
    { count: 5000, of: 10_000 },
  ],
  [
    { count: 2400, of: 5000 },
    { count: 5000, of: 10_000 },
  ],
  [
    { count: 2500, of: 5000 },
    { count: 5000, of: 10_000 },
  ],
  [
    { count: 4999, of: 9999 },
    { count: 5000, of: 10_000 },
  ],
  [
    { count: 9980, of: 9990 },
    { count: 9990, of: 10_000 },
  ],
])("Fisher's tail has 12 right digits for %j of %j", (slice, all) => {
  expect(errorOfTail(slice, all)).toBeLessThan(1e-12)
})

it("Fisher's tail has 12 right digits for any table of up to 10,000, and is a chance", () => {
  const property = fc.property(tables, ({ slice, all }) => {
    expect(errorOfTail(slice, all)).toBeLessThan(1e-12)
    expect(fisherLower(slice, all)).toBeLessThanOrEqual(1)
  })
  fc.assert(property, { seed: 21, numRuns: 600 })
})

it("Wilson's bounds have 12 right digits, and leave out nothing that is certain", () => {
  const property = fc.property(shares, ({ count, of }) => {
    const [rate, right] = [wilson(count, of), bounds({ count, of })]
    expect(relativeError(rate.low, right.low)).toBeLessThan(1e-12)
    expect(relativeError(rate.high, right.high)).toBeLessThan(1e-12)
    expect([rate.low === 0, rate.high === 1]).toEqual([count === 0, count === of])
  })
  fc.assert(property, { seed: 22, numRuns: 500 })
})

it("Newcombe's bounds have 14 right decimals", () => {
  const property = fc.property(shares, shares, (after, before) => {
    const difference = newcombe(wilson(after.count, after.of), wilson(before.count, before.of))
    const right = differenceBounds(after, before)
    expect(Math.abs((difference?.low ?? NaN) - signed(right.low))).toBeLessThan(1e-14)
    expect(Math.abs((difference?.high ?? NaN) - signed(right.high))).toBeLessThan(1e-14)
  })
  fc.assert(property, { seed: 23, numRuns: 500 })
})

const signed = ({ over, under }: Fraction): number =>
  over < 0n ? -nearest({ over: -over, under }) : nearest({ over, under })

it('Benjamini and Hochberg adjust to 14 right digits, however small and however many', () => {
  const p = fc.oneof(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.integer({ min: 0, max: 300 }).map((power) => 10 ** -power),
    fc.constantFrom(0, 1, 0.05),
  )
  const property = fc.property(fc.array(p, { maxLength: 200 }), (list) => {
    const adjusted = benjaminiHochberg(list)
    for (const [index, right] of adjustedByHand(list).entries())
      expect(relativeError(adjusted[index] ?? NaN, right)).toBeLessThan(1e-14)
  })
  fc.assert(property, { seed: 24, numRuns: 60 })
})

/** The i-th smallest of m becomes the least of pⱼ·m/j over j ≥ i. */
function adjustedByHand(list: number[]): Fraction[] {
  const sorted = list.toSorted((a, b) => a - b)
  const each = sorted.map((p, index) => {
    const { over, under } = fractionOf(p)
    return { over: over * BigInt(list.length), under: under * BigInt(index + 1) }
  })
  return list.map((p) =>
    each
      .slice(sorted.indexOf(p))
      .reduce((least, one) => (isLess(one, least) ? one : least), { over: 1n, under: 1n }),
  )
}
