import { inOrder, weekdays } from '../../calendar/working-hours.ts'
import type { PlaybookDocument } from '../playbook.ts'
import type { Broken } from '../../document/broken.ts'

/** Each block of a day ends after it begins, and before the next one. */
export function blocksInOrder({ workingHours: { days } }: PlaybookDocument): Broken[] {
  return weekdays.flatMap((weekday) => {
    const blocks = days[weekday] ?? []
    const path = ['workingHours', 'days', weekday]
    const reversed = blocks.flatMap(({ from, to }, index) =>
      from < to ? [] : [{ path: [...path, index], remedy: 'a block ends after it begins' }],
    )
    if (reversed.length > 0) return reversed
    const isApart = inOrder(blocks).every(({ to }, index, all) => to <= (all[index + 1]?.from ?? '24:00'))
    return isApart ? [] : [{ path, remedy: 'the blocks of a day do not overlap' }]
  })
}

export function somebodyWorks({ workingHours: { days } }: PlaybookDocument): Broken[] {
  if (Object.values(days).some((blocks) => (blocks?.length ?? 0) > 0)) return []
  return [{ path: ['workingHours', 'days'], remedy: 'give at least one day working hours' }]
}

/** An offset such as +02:00 is right for half a year: it knows no summer time. */
export function zoneHasAName({ zone }: PlaybookDocument): Broken[] {
  if (!/^[+-]/.test(zone)) return []
  return [{ path: ['zone'], remedy: 'name the zone, such as Europe/Berlin: an offset knows no summer time' }]
}
