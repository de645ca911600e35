import { benjaminiHochberg } from '../statistics/benjamini-hochberg.ts'
import { fisherLower } from '../statistics/fisher.ts'
import { wilson, type Rate } from '../statistics/wilson.ts'
import type { Cohort } from './cohort.ts'
import type { SliceKind } from './slice-kind.ts'
import type { Slice } from './figures.ts'
import { acceptanceOf, type Tally } from './tally.ts'

/** From this n on a comparison may be made. */
export const comparable = 20

/** The share of calls that may be wrong. */
const falseCalls = 0.05

type Counted = Pick<Cohort, 'all' | 'slices'>
type CountedSlice = Cohort['slices'][number]

/**
 * One slice per source, campaign, persona or tier, ranked by leads lost: n × (acceptance of the others − own), where n is
 * the slice's decided handoffs.
 */
export function slicesOf(cohort: Counted, kind: SliceKind, worse = worseOf(cohort)): Slice[] {
  return cohort.slices
    .filter(({ by }) => by === kind)
    .map((slice) => sliceOf(slice, cohort.all, worse))
    .toSorted((a, b) => b.lost - a.lost || b.delivered - a.delivered || a.key.localeCompare(b.key))
}

function sliceOf(slice: CountedSlice, all: Tally, worse: Set<CountedSlice>): Slice {
  const { key, tally } = slice
  const [acceptance, others] = [acceptanceOf(tally), othersOf(tally, all)]
  const gap = (others.share ?? 0) - (acceptance.share ?? 0)
  const lost = others.of > 0 && acceptance.of > 0 ? Math.max(0, acceptance.of * gap) : 0
  return { key, delivered: tally.delivered, acceptance, lost, worse: worse.has(slice) }
}

/**
 * The slices that are worse than the other leads: n is 20 or more, the upper bound of the 95 % interval lies below the
 * rate of the others, and twice Fisher's lower tail, adjusted by Benjamini and Hochberg, is at most 0.05.
 *
 * The slices of all kinds are one family, as whoever reads a digest reads all of it. Kinds cut the same leads, so the
 * tests depend on each other; what came of it was measured (test/domain/worse-in-a-week.test.ts).
 */
export function worseOf({ all, slices }: Counted): Set<CountedSlice> {
  const asked = slices.filter(({ tally }) => canBeWorse(tally, all))
  const chances = benjaminiHochberg(asked.map(({ tally }) => chanceOf(acceptanceOf(tally), all)))
  const called = asked.filter(({ tally }, index) => {
    const isBelow = acceptanceOf(tally).high < (othersOf(tally, all).share ?? 0)
    return isBelow && (chances[index] ?? 1) <= falseCalls
  })
  return new Set(called)
}

/**
 * Whether it could be called at all: not where there are no others, or where even as few as can be would be no surprise.
 * What can't be called needs no place in the family (R. E. Tarone, Biometrics 1990).
 */
function canBeWorse({ accepted, rejected }: Tally, all: Tally): boolean {
  const of = accepted + rejected
  const fewest = { count: Math.max(0, of - all.rejected), of }
  return of >= comparable && chanceOf(fewest, all) <= falseCalls
}

function chanceOf(slice: { count: number; of: number }, { accepted, rejected }: Tally): number {
  return Math.min(1, 2 * fisherLower(slice, { count: accepted, of: accepted + rejected }))
}

/** The acceptance of all leads but these. */
function othersOf({ accepted, rejected }: Tally, all: Tally): Rate {
  const others = all.accepted - accepted
  return wilson(others, others + all.rejected - rejected)
}
