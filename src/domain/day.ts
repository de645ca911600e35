import { TZDate } from '@date-fns/tz'
import { lightFormat } from 'date-fns/lightFormat'

/** The day in which an instant lies in that zone, `yyyy-MM-dd`. */
export function dayOf(instant: Date, zone: string): string {
  return lightFormat(new TZDate(instant.getTime(), zone), 'yyyy-MM-dd')
}

/** When that day begins in that zone. */
export function startOfDay(day: string, zone: string): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(new TZDate(year, month - 1, date, zone).getTime())
}
