import type { Lead } from '../../domain/lead/lead.ts'
import { workingMinutesBetween } from '../../domain/clock/working-hours.ts'
import type { Deps } from '../../ports/deps.ts'

/** How much of both teams' working time a lead has been waiting for a decision, in whole minutes. */
export async function workingTimeOf(
  { db, now }: Deps,
  { handoff }: Lead,
): Promise<{ workingMinutes?: number }> {
  if (!handoff) return {}
  const { workingHours, zone } = (await db.playbooks.current()).document
  const minutes = workingMinutesBetween(handoff.handedOffAt, now(), { hours: workingHours, zone })
  return { workingMinutes: Math.floor(minutes) }
}
