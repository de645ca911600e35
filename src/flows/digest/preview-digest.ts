import type { CohortFilter } from '../../domain/digest/cohort.ts'
import { digestOf } from '../../domain/digest/digest-of.ts'
import type { DigestFigures, Earlier } from '../../domain/digest/figures.ts'
import { acceptanceOf, coverageOf } from '../../domain/digest/tally.ts'
import { previousWeek, weekBounds, weekOf } from '../../domain/calendar/week.ts'
import type { Deps } from '../../ports/deps.ts'
import type { ByOperator } from '../access/operator.ts'

/** So many closed weeks make the baseline. */
const baselineWeeks = 8

/** The figures of this week so far, of the last one, or of an ISO week such as `2026-W47`, for an operator to look at. */
export const previewDigest = (deps: ByOperator, week: string): Promise<DigestFigures> =>
  figuresNow(deps, week)

/** The same as they stand now, of all leads or of some. */
export async function figuresNow(
  deps: Deps,
  week: 'this' | 'last' | (string & {}),
  filter: CohortFilter = {},
): Promise<DigestFigures> {
  const { zone } = (await deps.db.playbooks.current()).document
  const current = weekOf(deps.now(), zone)
  if (week === 'this') return figuresOf(deps, current, filter)
  return figuresOf(deps, week === 'last' ? previousWeek(current) : week, filter)
}

/** The figures of one week's cohort, counted now, with the weeks before it to be held against. */
export async function figuresOf(deps: Deps, week: string, filter: CohortFilter = {}): Promise<DigestFigures> {
  const { zone } = (await deps.db.playbooks.current()).document
  const weeks = weeksBefore(week)
  const [cohort, previous, closed] = [
    await countWeek(deps, week, filter),
    await earlier(deps, weeks[0] ?? week, filter),
    // What is narrowed down has no stored figures to be held against.
    Object.keys(filter).length > 0 ? [] : await deps.db.digests.closed('marketing', weeks),
  ]
  return digestOf(cohort, { week, ...weekBounds(week, zone) }, { previous, closed })
}

async function countWeek(deps: Deps, week: string, filter: CohortFilter) {
  const { zone, workingHours: hours } = (await deps.db.playbooks.current()).document
  const working = { hours, zone }
  return deps.db.digests.count({ ...weekBounds(week, zone), now: deps.now(), working, filter })
}

async function earlier(deps: Deps, week: string, filter: CohortFilter): Promise<Earlier | null> {
  const { all } = await countWeek(deps, week, filter)
  if (all.delivered === 0) return null
  return { week, delivered: all.delivered, coverage: coverageOf(all), acceptance: acceptanceOf(all) }
}

function weeksBefore(week: string): string[] {
  const weeks: string[] = []
  for (let last = week; weeks.length < baselineWeeks;) weeks.push((last = previousWeek(last)))
  return weeks
}
