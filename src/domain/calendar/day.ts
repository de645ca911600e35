import { TZDate } from '@date-fns/tz'
import { lightFormat } from 'date-fns/lightFormat'
import { z } from 'zod'

/** The day in which an instant lies in that zone, `yyyy-MM-dd`. */
export function dayOf(instant: Date, zone: string): string {
  return lightFormat(new TZDate(instant.getTime(), zone), 'yyyy-MM-dd')
}

const daySchema = z.iso.date()

/** Whether this is a day of the calendar, `yyyy-MM-dd`. */
export const isDay = (text: string): boolean => daySchema.safeParse(text).success

/** When that day begins in that zone. */
export function startOfDay(day: string, zone: string): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(new TZDate(year, month - 1, date, zone).getTime())
}
