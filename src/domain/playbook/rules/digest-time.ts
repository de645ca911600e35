import type { PlaybookDocument } from '../playbook.ts'
import { skippedPoint } from '../../calendar/week.ts'
import type { Broken } from '../../document/broken.ts'

/** Ten years of weeks: laws about clocks are not made for longer. */
const weeksAhead = 520

/** The digest comes out at a time that the clocks of its zone show every week. */
export function digestTimeExists({ zone, digest }: PlaybookDocument, now: Date): Broken[] {
  const day = skippedPoint(now, zone, { ...digest, weeks: weeksAhead })
  if (day === null) return []
  return [
    {
      path: ['digest', 'time'],
      remedy: `the clocks of ${zone} skip ${digest.time} on ${day}: choose another time, or day`,
    },
  ]
}
