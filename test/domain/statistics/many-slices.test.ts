import { describe, expect, it } from 'vitest'
import { benjaminiHochberg } from '../../../src/domain/statistics/benjamini-hochberg.ts'
import { fisherLower } from '../../../src/domain/statistics/fisher.ts'
import { separation } from '../../../src/domain/statistics/separation.ts'

describe("Benjamini and Hochberg's adjustment", () => {
  it('calls the first four of the fifteen in their paper', () => {
    const paper = [
      ...[0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344],
      ...[0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1],
    ]
    expect(benjaminiHochberg(paper).filter((p) => p <= 0.05)).toHaveLength(4)
  })

  it('gives what R’s p.adjust gives, in the order asked', () => {
    const rounded = (list: number[]) => benjaminiHochberg(list).map((p) => Number(p.toFixed(6)))
    expect(rounded([0.05, 0.01, 0.04, 0.02, 0.03])).toEqual([0.05, 0.05, 0.05, 0.05, 0.05])
    expect(rounded([0.2, 0.001, 0.03])).toEqual([0.2, 0.003, 0.045])
    expect(benjaminiHochberg([])).toEqual([])
  })
})

describe('so few successes in a slice', () => {
  it.each([
    // R: fisher.test(Convictions, alternative = "less")
    [{ count: 2, of: 17 }, { count: 12, of: 30 }, 0.0004652],
    // The lady tasting tea, seen from the cups she got wrong.
    [{ count: 1, of: 4 }, { count: 4, of: 8 }, 17 / 70],
    [{ count: 0, of: 4 }, { count: 4, of: 8 }, 1 / 70],
    [{ count: 4, of: 4 }, { count: 4, of: 8 }, 1],
  ])('%j of %j happen by chance with p = %d', (slice, all, p) => {
    expect(fisherLower(slice, all)).toBeCloseTo(p, 6)
  })

  it('agrees with the sum written out, for every table of twelve', () => {
    const choose = (n: number, k: number): number =>
      k < 0 || k > n ? 0 : k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k
    for (let successes = 0; successes <= 12; successes++) {
      for (let n = 0; n <= 12; n++) {
        for (let a = Math.max(0, n - 12 + successes); a <= Math.min(n, successes); a++) {
          const written = Array.from(
            { length: a + 1 },
            (_, x) => choose(successes, x) * choose(12 - successes, n - x),
          )
          const p = written.reduce((sum, term) => sum + term, 0) / choose(12, n)
          expect(fisherLower({ count: a, of: n }, { count: successes, of: 12 })).toBeCloseTo(p, 9)
        }
      }
    }
  })

  it('keeps to numbers with a million leads', () => {
    const p = fisherLower({ count: 490, of: 1000 }, { count: 500_000, of: 1_000_000 })
    expect(p).toBeGreaterThan(0.26)
    expect(p).toBeLessThan(0.28)
  })
})

describe('the score', () => {
  it('separates as the area under the ROC curve says', () => {
    const one = (score: number, accepted: number) => ({ score, accepted, rejected: 1 - accepted })
    expect(separation([one(10, 0), one(40, 0), one(35, 1), one(80, 1)])).toBe(0.75)
    expect(separation([{ score: 1, accepted: 3, rejected: 5 }])).toBe(0.5)
    expect(separation([one(1, 0), one(2, 1)])).toBe(1)
    expect(separation([one(1, 1)])).toBeNull()
  })
})
