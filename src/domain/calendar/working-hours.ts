import { TZDate } from '@date-fns/tz'
import { addDays } from 'date-fns/addDays'
import { lightFormat } from 'date-fns/lightFormat'
import { set } from 'date-fns/set'
import { z } from 'zod'

export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const
export type Weekday = (typeof weekdays)[number]

export const timeOfDaySchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as 09:00')
export const zoneSchema = z.string().refine(isZone, { message: 'an IANA time zone such as Europe/Berlin' })

const blockSchema = z.strictObject({ from: timeOfDaySchema, to: timeOfDaySchema })
export const workingHoursSchema = z.strictObject({
  /** Working blocks of each weekday; a day without blocks is off. */
  days: z.partialRecord(z.enum(weekdays), z.array(blockSchema)),
  /** Local dates on which nobody works, such as 2026-12-25. */
  holidays: z.array(z.iso.date()).default([]),
})
export type WorkingHours = z.infer<typeof workingHoursSchema>
type Block = z.infer<typeof blockSchema>

export const inOrder = (blocks: Block[]): Block[] => blocks.toSorted((a, b) => a.from.localeCompare(b.from))

function isZone(zone: string): boolean {
  try {
    Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** A team's working time and the zone its clock is in. */
export interface WorkingTime {
  hours: WorkingHours
  zone: string
}

/** Days after which a clock ends, whatever is left of it: a playbook that needs as many is refused. */
const horizonDays = 400

/**
 * The instant at which so many working minutes have passed since `from`. Nights, days off and holidays do not count;
 * over a change of the clock, real minutes count. At the latest after 400 days: a lead must not be lost to its clock.
 */
export function addWorkingMinutes(from: Date, minutes: number, time: WorkingTime): Date {
  let left = minutes * 60_000
  const horizon = new Date(from.getTime() + horizonDays * 86_400_000)
  for (const block of blocksBetween(from, horizon, time)) {
    const length = block.to - block.from
    if (left <= length) return new Date(block.from + left)
    left -= length
  }
  return horizon
}

/** Working minutes between two instants, 0 when `to` is not after `from`. */
export function workingMinutesBetween(from: Date, to: Date, time: WorkingTime): number {
  let total = 0
  for (const block of blocksBetween(from, to, time)) total += block.to - block.from
  return total / 60_000
}

/**
 * Working minutes between any two instants within [from, to]: the calendar is read once, for when many are asked for.
 */
export function workingMinutesWithin(
  { from, to }: { from: Date; to: Date },
  time: WorkingTime,
): (from: Date, to: Date) => number {
  const blocks = [...blocksBetween(from, to, time)]
  return (start, end) => {
    const [opens, closes] = [start.getTime(), end.getTime()]
    return blocks.reduce((sum, block) => sum + overlap(block, opens, closes), 0) / 60_000
  }
}

const overlap = (block: Span, from: number, to: number): number =>
  Math.max(0, Math.min(block.to, to) - Math.max(block.from, from))

/** The working blocks between two instants, in order, the first and the last one cut there. */
function* blocksBetween(from: Date, to: Date, { hours, zone }: WorkingTime): Generator<Span> {
  const first = new TZDate(from.getTime(), zone)
  for (let day = 0; ; day++) {
    const date = addDays(first, day)
    if (at(date, '00:00') >= to.getTime()) return
    for (const { from: opens, to: closes } of blocksOn(date, hours)) {
      const span = {
        from: Math.max(at(date, opens), from.getTime()),
        to: Math.min(at(date, closes), to.getTime()),
      }
      if (span.from < span.to) yield span
    }
  }
}

interface Span {
  from: number
  to: number
}

function blocksOn(date: TZDate, hours: WorkingHours) {
  if (hours.holidays.includes(lightFormat(date, 'yyyy-MM-dd'))) return []
  const weekday = weekdays[(date.getDay() + 6) % 7]
  const blocks = (weekday && hours.days[weekday]) ?? []
  return inOrder(blocks)
}

function at(date: TZDate, timeOfDay: string): number {
  const [hour = 0, minute = 0] = timeOfDay.split(':').map(Number)
  return set(date, { hours: hour, minutes: minute, seconds: 0, milliseconds: 0 }).getTime()
}
