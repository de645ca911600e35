import type { TrendPoint } from './figures.ts'
import { comparable } from './slices.ts'

/** Weeks in their order; only those with 20 answers or more, since a line invites to compare. */
export function trendOf(weeks: TrendPoint[]): TrendPoint[] {
  return weeks
    .filter(({ acceptance }) => acceptance.of >= comparable)
    .map(({ week, coverage, acceptance }) => ({ week, coverage, acceptance }))
    .toSorted((a, b) => a.week.localeCompare(b.week))
}
