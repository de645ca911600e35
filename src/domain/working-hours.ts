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

const blockSchema = z.object({ from: timeOfDaySchema, to: timeOfDaySchema })
export const workingHoursSchema = z.object({
  /** Working blocks of each weekday; a day without blocks is off. */
  days: z.partialRecord(z.enum(weekdays), z.array(blockSchema)),
  /** Local dates on which nobody works, such as 2026-12-25. */
  holidays: z.array(z.iso.date()).default([]),
})
export type WorkingHours = z.infer<typeof workingHoursSchema>

function isZone(zone: string): boolean {
  try {
    Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
