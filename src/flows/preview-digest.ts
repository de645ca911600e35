import { digestOf } from '../domain/digest.ts'
import type { DigestFigures } from '../domain/digest-figures.ts'
import { previousWeek, weekBounds, weekOf } from '../domain/week.ts'
import type { Deps } from './ports.ts'

/** The figures of this week so far, of the last one, or of an ISO week such as `2026-W47`, as they stand now. */
export async function previewDigest(
  deps: Deps,
  week: 'this' | 'last' | (string & {}),
): Promise<DigestFigures> {
  const { zone } = (await deps.db.playbooks.current()).document
  const current = weekOf(deps.now(), zone)
  if (week === 'this') return figuresOf(deps, current, zone)
  return figuresOf(deps, week === 'last' ? previousWeek(current, zone) : week, zone)
}

/** The figures of one week's cohort, counted now. */
export async function figuresOf(deps: Deps, week: string, zone: string): Promise<DigestFigures> {
  const { from, to } = weekBounds(week, zone)
  const records = await deps.db.digests.cohort(from, to)
  return digestOf(records, { week, from, to, now: deps.now() })
}
