import { workingHoursSchema, type WorkingTime } from '../../../src/domain/calendar/working-hours.ts'

const workday = [{ from: '09:00', to: '18:00' }]
const zone = 'Europe/Berlin'
const holidays = ['2026-12-24', '2026-12-25', '2026-05-01']

/** Monday to Friday in Berlin, Fridays with one hour only. */
export const aTeam: WorkingTime = {
  hours: workingHoursSchema.parse({
    days: {
      ...{ monday: workday, tuesday: workday, wednesday: workday, thursday: workday },
      friday: [{ from: '09:00', to: '10:00' }],
    },
    holidays,
  }),
  zone,
}

const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' })
const hour = 60 * 60_000

/** When this team's n-th working day after that of `from` is over, found by looking at the calendar every hour. */
export function endByHand(from: Date, days: number): Date {
  const seen = new Set([calendar.format(from)])
  let [time, worked] = [Math.floor(from.getTime() / hour) * hour, 0]
  for (;;) {
    time += hour
    const date = calendar.format(time)
    if (seen.has(date)) continue
    if (worked === days) return new Date(time)
    seen.add(date)
    const isWeekend = [0, 6].includes(new Date(`${date}T12:00:00Z`).getUTCDay())
    if (!isWeekend && !holidays.includes(date)) worked += 1
  }
}
