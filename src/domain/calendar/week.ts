import { z } from 'zod'
import { instantAt, wallTimeOf, type WallTime } from './wall-clock.ts'
import { weekdays, type Weekday } from './working-hours.ts'

/** An ISO week such as `2026-W47`. */
export const weekSchema = z
  .string()
  .regex(/^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/, { message: 'an ISO week such as 2026-W47', abort: true })
  .refine((week) => nameOf(mondayOf(week)) === week, 'a week of that year: not each has a 53rd')

const dayMs = 86_400_000
const weekMs = 7 * dayMs

/** The ISO week in which an instant lies, in that zone. */
export function weekOf(instant: Date, zone: string): string {
  return nameOf(mondayBefore(wallTimeOf(instant, zone)))
}

/** From Monday 00:00 of the week, local time, to Monday 00:00 of the next, exclusive. */
export function weekBounds(week: string, zone: string): { from: Date; to: Date } {
  const monday = mondayOf(week)
  return { from: instantAt(monday, zone), to: instantAt(monday + weekMs, zone) }
}

export function previousWeek(week: string): string {
  return nameOf(mondayOf(week) - weekMs)
}

/** When a digest comes out each week. */
export interface WeeklyTime {
  weekday: Weekday
  time: string
}

/**
 * The week whose digest is due: the one that ended before the latest point of the schedule. A point that was missed
 * while nobody was running is made up for until the next one.
 */
export function weekToReport(now: Date, zone: string, schedule: WeeklyTime): string {
  return nameOf(mondayOfLastPoint(now, zone, schedule) - weekMs)
}

/** When that digest fell due. */
export function digestDueAt(now: Date, zone: string, schedule: WeeklyTime): Date {
  return instantAt(pointIn(mondayOfLastPoint(now, zone, schedule), schedule), zone)
}

/**
 * Looks through the weeks to come for one in which the clocks of the zone skip this time, as they do when summer time begins.
 * Gives the day of the first one, `null` when there is none.
 */
export function skippedPoint(
  now: Date,
  zone: string,
  { weeks, ...schedule }: WeeklyTime & { weeks: number },
): string | null {
  const monday = mondayBefore(wallTimeOf(now, zone))
  const points = Array.from({ length: weeks }, (_, week) => pointIn(monday + week * weekMs, schedule))
  const skipped = points.find((point) => wallTimeOf(instantAt(point, zone), zone) !== point)
  return skipped === undefined ? null : new Date(skipped).toISOString().slice(0, 10)
}

function mondayOfLastPoint(now: Date, zone: string, schedule: WeeklyTime): WallTime {
  const monday = mondayBefore(wallTimeOf(now, zone))
  const hasCome = (weeks: number) => instantAt(pointIn(monday + weeks * weekMs, schedule), zone) <= now
  // Set back over midnight, a clock shows last week again after the point of this one; set forward, a point late on Sunday
  // comes on Monday.
  const since = [1, 0, -1].find(hasCome) ?? -2
  return monday + since * weekMs
}

function pointIn(monday: WallTime, { weekday, time }: WeeklyTime): WallTime {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return monday + weekdays.indexOf(weekday) * dayMs + (hours * 60 + minutes) * 60_000
}

/** Monday 00:00 of the week in which clocks show this. The epoch was a Thursday. */
function mondayBefore(wall: WallTime): WallTime {
  return Math.floor((wall + 3 * dayMs) / weekMs) * weekMs - 3 * dayMs
}

/** Week 1 of a year is the one that holds the 4th of January. */
function mondayOf(week: string): WallTime {
  const [year = 0, number = 0] = week.split('-W').map(Number)
  return mondayBefore(Date.UTC(year, 0, 4)) + (number - 1) * weekMs
}

/** A week belongs to the year of its Thursday. */
function nameOf(monday: WallTime): string {
  const year = new Date(monday + 3 * dayMs).getUTCFullYear()
  const number = 1 + (monday - mondayBefore(Date.UTC(year, 0, 4))) / weekMs
  return `${year}-W${String(number).padStart(2, '0')}`
}
