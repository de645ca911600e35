import { workingMinutesBetween } from '../../domain/calendar/working-hours.ts'
import type { Handoff } from '../../domain/handoff/handoff.ts'
import type { Deps } from '../../ports/deps.ts'

/** How much of both teams' working time a round has been waiting for a decision, in whole minutes. */
export async function workingTimeOf({ db, now }: Deps, { handedOffAt }: Handoff): Promise<number> {
  const { workingHours, zone } = (await db.playbooks.current()).document
  return Math.floor(workingMinutesBetween(handedOffAt, now(), { hours: workingHours, zone }))
}
