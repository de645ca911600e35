import { weekdays, type Weekday } from '../../../src/domain/calendar/working-hours.ts'
import type { Period } from './zone-history.ts'

export interface Schedule {
  weekday: Weekday
  time: string
}

/** A digest as it must come: of which week, and not before when. */
export interface DuePoint {
  week: string
  at: number
}

const dayMs = 86_400_000
const weekMs = 7 * dayMs
/** Monday, 1 January 2001. */
const someMonday = Date.UTC(2001, 0, 1)

/**
 * When the digest of each week is due, found without the code that it judges: from the table of a zone's offsets. A time that
 * a change of the clock skips is read with the offset before it, and of a time that comes twice the first counts, as in RFC 5545.
 */
export function duePoints(
  history: Period[],
  { weekday, time }: Schedule,
  { from, until }: { from: number; until: number },
): DuePoint[] {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const inWeek = weekdays.indexOf(weekday) * dayMs + (hours * 60 + minutes) * 60_000
  const points: DuePoint[] = []
  const first = someMonday + Math.floor((from - someMonday) / weekMs) * weekMs
  for (let monday = first; monday < until; monday += weekMs)
    points.push({ week: isoWeek(monday - weekMs), at: instantOf(history, monday + inWeek) })
  return points.filter(({ at }) => at >= from && at < until).toSorted((a, b) => a.at - b.at)
}

function instantOf(history: Period[], wall: number): number {
  const shown = history.find(({ from, until, offset }) => from <= wall - offset && wall - offset < until)
  const skippedAfter = history.find(({ until, offset }, index) => {
    const next = history[index + 1]
    return next !== undefined && until + offset <= wall && wall < until + next.offset
  })
  const { offset } = shown ?? skippedAfter ?? { offset: Number.NaN }
  return wall - offset
}

/** The year of a week is that of its Thursday, and week 1 holds the first Thursday. */
function isoWeek(monday: number): string {
  const thursday = new Date(monday + 3 * dayMs)
  const year = thursday.getUTCFullYear()
  const number = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / weekMs)
  return `${year}-W${String(number).padStart(2, '0')}`
}
