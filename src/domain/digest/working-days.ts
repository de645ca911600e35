import { TZDate } from '@date-fns/tz'
import { addDays } from 'date-fns/addDays'
import { startOfDay } from 'date-fns/startOfDay'
import { workingMinutesBetween, type WorkingTime } from '../calendar/working-hours.ts'

/** Days after which counting gives up, as for working minutes. */
const horizonDays = 400

/**
 * The midnight that ends the n-th working day after the day of `from`, in the team's zone. A working day is one with any
 * working time, however little. The day of `from` itself never counts: five working days from a Wednesday end with the
 * next Wednesday, and from a Saturday with the Friday after it.
 * @throws RangeError when there are not that many working days within 400 days
 */
export function endOfWorkingDays(from: Date, days: number, time: WorkingTime): Date {
  const first = new TZDate(from.getTime(), time.zone)
  const midnight = (day: number) => new Date(startOfDay(addDays(first, day)).getTime())
  let left = days
  for (let day = 1; day <= horizonDays; day++) {
    const ends = midnight(day + 1)
    if (workingMinutesBetween(midnight(day), ends, time) > 0) left--
    if (left <= 0) return ends
  }
  throw new RangeError(`not ${days} working days within ${horizonDays} days of ${from.toISOString()}`)
}
