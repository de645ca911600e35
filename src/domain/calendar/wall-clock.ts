import { tzOffset } from '@date-fns/tz'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

/** The date and time that clocks in a zone show, without the zone: milliseconds, counted as if it were UTC. */
export type WallTime = number

/** What the clocks of that zone show at that instant. */
export function wallTimeOf(instant: Date, zone: string): WallTime {
  return instant.getTime() + offsetMs(instant.getTime(), zone)
}

/**
 * When the clocks of that zone show this for the first time. What they skip is read with the offset before the change: where
 * 02:00 is followed by 03:00, 02:30 is 03:30 (RFC 5545). The zone of the machine plays no part.
 */
export function instantAt(wall: WallTime, zone: string): Date {
  const before = offsetMs(wall - dayMs, zone)
  const after = offsetMs(wall + dayMs, zone)
  const first = wall - before
  if (before === after || offsetMs(first, zone) === before) return new Date(first)
  const second = wall - after
  return new Date(offsetMs(second, zone) === after ? second : first)
}

function offsetMs(instantMs: number, zone: string): number {
  return Math.round(tzOffset(zone, new Date(instantMs)) * minuteMs)
}
