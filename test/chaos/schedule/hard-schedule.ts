import { weekdays } from '../../../src/domain/calendar/working-hours.ts'
import type { Schedule } from './due-points.ts'
import type { Period } from './zone-history.ts'

/** A weekly time; where the zone changes its clocks, mostly one that a change skips, repeats or just misses. */
export function hardSchedule(history: Period[], random: () => number): Schedule {
  const index = Math.floor(random() * (history.length - 1))
  const [before, after] = [history[index], history[index + 1]]
  const isHard = before !== undefined && after !== undefined && random() < 0.8
  const wall = isHard
    ? before.until + before.offset + (random() - 0.5) * 2.2 * (after.offset - before.offset)
    : random() * 7 * 86_400_000
  const shown = new Date(Math.floor(wall / 60_000) * 60_000)
  return {
    weekday: weekdays[(shown.getUTCDay() + 6) % 7] ?? 'monday',
    time: shown.toISOString().slice(11, 16),
  }
}
