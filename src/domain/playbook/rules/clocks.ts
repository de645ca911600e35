import type { PlaybookDocument } from '../playbook.ts'
import { weekdays, type WorkingHours } from '../../calendar/working-hours.ts'
import type { Broken } from '../../document/broken.ts'

const tiers = ['hot', 'standard', 'low'] as const
const dayMs = 86_400_000
/** A quarter: nobody means to wait longer for a decision, and few hours a week are still enough for most clocks. */
export const longestClockDays = 92
/** 200 hours of work: about five weeks of a full team. */
const mostMinutes = 12_000
/** A holiday elsewhere is a slip, and the calendar between is looked at day by day. */
const [firstYear, lastYear] = ['2000', '2100']
const mostHolidays = 1000

/** A lead is first reminded of, then returned, and then told to a manager. */
export function clocksInOrder({ clocks }: PlaybookDocument): Broken[] {
  return tiers.flatMap((tier) => {
    const { remindAfter, returnAfter, managerAfter } = clocks[tier]
    const isInOrder = remindAfter <= returnAfter && returnAfter <= managerAfter
    const remedy = `put in order: remindAfter ${remindAfter}, returnAfter ${returnAfter}, managerAfter ${managerAfter} must not become less`
    return isInOrder ? [] : [{ path: ['clocks', tier], remedy }]
  })
}

export function clocksAreShort(document: PlaybookDocument): Broken[] {
  return allClocks(document)
    .filter(({ minutes }) => minutes > mostMinutes)
    .map(({ path }) => ({ path, remedy: `at most ${mostMinutes} minutes` }))
}

/** Whenever it begins, a clock ends within a quarter, whatever days off and holidays there are. */
export function clocksEnd(document: PlaybookDocument): Broken[] {
  const fewest = fewestMinutes(document.workingHours)
  return allClocks(document)
    .filter(({ minutes }) => minutes > fewest)
    .map(({ path, minutes }) => ({
      path,
      remedy:
        `would not end: ${longestClockDays} days with these working hours and holidays hold ${fewest} minutes at the ` +
        `least, and this clock has ${minutes}; write more working hours, or fewer minutes`,
    }))
}

export function holidaysOfOurTime({ workingHours: { holidays } }: PlaybookDocument): Broken[] {
  const path = ['workingHours', 'holidays']
  if (holidays.length > mostHolidays) return [{ path, remedy: `at most ${mostHolidays} days` }]
  return holidays
    .map((holiday, index) => ({ holiday, index }))
    .filter(({ holiday }) => holiday < firstYear || holiday >= lastYear)
    .map(({ index }) => ({
      path: [...path, index],
      remedy: `a day from ${firstYear} to ${Number(lastYear) - 1}`,
    }))
}

function allClocks({ clocks }: PlaybookDocument): { path: PropertyKey[]; minutes: number }[] {
  const ofTiers = tiers.flatMap((tier) =>
    Object.entries(clocks[tier]).map(([name, minutes]) => ({ path: ['clocks', tier, name], minutes })),
  )
  return [...ofTiers, { path: ['clocks', 'firstTouch'], minutes: clocks.firstTouch }]
}

/** How many working minutes any 92 days in a row hold at the least, by the clock on the wall. */
function fewestMinutes({ days, holidays }: WorkingHours): number {
  const usual = weekdays.map((weekday) =>
    (days[weekday] ?? []).reduce((sum, block) => sum + lengthOf(block), 0),
  )
  const off = new Set(holidays.map((holiday) => Date.parse(holiday) / dayMs))
  // The epoch was a Thursday.
  const minutesOn = (day: number) => (off.has(day) ? 0 : (usual[(((day + 3) % 7) + 7) % 7] ?? 0))
  const [first, last] = [Math.min(0, ...off) - longestClockDays, Math.max(0, ...off) + 7]
  let sum = 0
  let fewest = Infinity
  for (let day = first; day <= last + longestClockDays; day++) {
    sum += minutesOn(day) - (day - longestClockDays >= first ? minutesOn(day - longestClockDays) : 0)
    if (day - first >= longestClockDays - 1) fewest = Math.min(fewest, sum)
  }
  return fewest
}

function lengthOf({ from, to }: { from: string; to: string }): number {
  return minuteOf(to) - minuteOf(from)
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}
