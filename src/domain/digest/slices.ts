import { benjaminiHochberg } from '../statistics/benjamini-hochberg.ts'
import { fisherLower } from '../statistics/fisher.ts'
import { wilson, type Rate } from '../statistics/wilson.ts'
import type { Cohort } from './cohort.ts'
import type { SliceKind } from './slice-kind.ts'
import type { Slice } from './figures.ts'
import { acceptanceOf, type Tally } from './tally.ts'

/** From this n on a comparison may be made. */
export const comparable = 20

/** The share of slices wrongly called worse that is accepted. */
const falseCalls = 0.05

/**
 * One slice per source, campaign, persona or tier, ranked by leads lost: n × (acceptance of the others − own), where n is
 * the slice's decided handoffs.
 *
 * A slice is called worse only when n is 20 or more, the upper bound of its 95 % interval lies below the rate of the
 * other leads, and twice Fisher's lower tail, adjusted by Benjamini and Hochberg over all slices of its kind that are
 * large enough, is at most 0.05.
 */
export function slicesOf({ all, slices }: Pick<Cohort, 'all' | 'slices'>, kind: SliceKind): Slice[] {
  const own = slices.filter(({ by }) => by === kind)
  const worse = worseOf(own, all)
  return own
    .map(({ key, tally }) => {
      const acceptance = acceptanceOf(tally)
      const others = othersOf(tally, all)
      const gap = (others.share ?? 0) - (acceptance.share ?? 0)
      const lost = others.of > 0 && acceptance.of > 0 ? Math.max(0, acceptance.of * gap) : 0
      return { key, delivered: tally.delivered, acceptance, lost, worse: worse.has(key) }
    })
    .toSorted((a, b) => b.lost - a.lost || b.delivered - a.delivered || a.key.localeCompare(b.key))
}

function worseOf(slices: { key: string; tally: Tally }[], all: Tally): Set<string> {
  const large = slices.filter(({ tally }) => tally.accepted + tally.rejected >= comparable)
  const everything = { count: all.accepted, of: all.accepted + all.rejected }
  const chances = benjaminiHochberg(
    large.map(({ tally }) => Math.min(1, 2 * fisherLower(acceptanceOf(tally), everything))),
  )
  const called = large.filter(({ tally }, index) => {
    const others = othersOf(tally, all)
    const isBelow = others.share !== null && acceptanceOf(tally).high < others.share
    return isBelow && (chances[index] ?? 1) <= falseCalls
  })
  return new Set(called.map(({ key }) => key))
}

/** The acceptance of all leads but these. */
function othersOf({ accepted, rejected }: Tally, all: Tally): Rate {
  const others = all.accepted - accepted
  return wilson(others, others + all.rejected - rejected)
}
