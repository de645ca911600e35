import { TZDate } from '@date-fns/tz'
import { addDays, addWeeks, format, set, startOfISOWeek } from 'date-fns'
import { z } from 'zod'
import { weekdays, type Weekday } from './working-hours.ts'

/** An ISO week such as `2026-W47`. */
export const weekSchema = z.string().regex(/^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/, 'an ISO week such as 2026-W47')

/** The ISO week in which an instant lies, in that zone. */
export function weekOf(instant: Date, zone: string): string {
  return format(new TZDate(instant.getTime(), zone), "RRRR-'W'II")
}

/** From Monday 00:00 of the week, local time, to Monday 00:00 of the next, exclusive. */
export function weekBounds(week: string, zone: string): { from: Date; to: Date } {
  const [year = 0, number = 0] = week.split('-W').map(Number)
  const monday = addWeeks(startOfISOWeek(new TZDate(year, 0, 4, zone)), number - 1)
  return { from: instantOf(monday), to: instantOf(addWeeks(monday, 1)) }
}

export function previousWeek(week: string, zone: string): string {
  return weekOf(new Date(weekBounds(week, zone).from.getTime() - 1), zone)
}

/**
 * The week whose digest is due: the one that ended before the latest point of the schedule. A point that was missed
 * while nobody was running is made up for until the next one.
 */
export function weekToReport(now: Date, zone: string, schedule: { weekday: Weekday; time: string }): string {
  const thisWeek = weekOf(now, zone)
  const point = schedulePoint(thisWeek, zone, schedule)
  const lastPointWeek = point <= now ? thisWeek : previousWeek(thisWeek, zone)
  return previousWeek(lastPointWeek, zone)
}

function schedulePoint(
  week: string,
  zone: string,
  { weekday, time }: { weekday: Weekday; time: string },
): Date {
  const monday = new TZDate(weekBounds(week, zone).from.getTime(), zone)
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return instantOf(set(addDays(monday, weekdays.indexOf(weekday)), { hours, minutes }))
}

const instantOf = (date: Date): Date => new Date(date.getTime())
