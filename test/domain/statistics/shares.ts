import * as fc from 'fast-check'
import type { Share } from './exact.ts'

/** As many leads as a large team decides in a week. */
export const most = 10_000

/** None, one, all but one, all, or anything between. */
const upTo = (of: number): fc.Arbitrary<number> =>
  fc.oneof(
    fc.constantFrom(0, Math.min(1, of), Math.max(0, of - 1), of),
    fc.integer({ min: 0, max: of }),
    fc.integer({ min: 0, max: Math.min(of, 100) }),
  )

export const shares: fc.Arbitrary<Share> = fc
  .oneof(fc.integer({ min: 1, max: most }), fc.integer({ min: 1, max: 60 }))
  .chain((of) => fc.record({ count: upTo(of), of: fc.constant(of) }))

/** A slice and all leads, in every way in which they go together. */
export const tables: fc.Arbitrary<{ slice: Share; all: Share }> = fc
  .integer({ min: 0, max: most })
  .chain((total) => fc.tuple(fc.constant(total), upTo(total), upTo(total)))
  .chain(([total, n, successes]) => {
    const [fewest, largest] = [Math.max(0, n + successes - total), Math.min(n, successes)]
    return upTo(largest - fewest).map((beyond) => ({
      slice: { count: fewest + beyond, of: n },
      all: { count: successes, of: total },
    }))
  })
