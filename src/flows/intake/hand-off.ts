import { chain, decide, type Transition } from '../../domain/handoff/lifecycle.ts'
import { qualify, type Rules } from '../../domain/qualify/qualify.ts'
import type { ReceivedLead } from '../../domain/lead/received-lead.ts'
import { addWorkingMinutes } from '../../domain/clock/working-hours.ts'

interface Moment extends Rules {
  now: Date
  newId: () => string
}

/**
 * Hands a held lead to sales when it is qualified; `null`: it stays held. The accept clock runs in working time and
 * ends when the lead would go back to the channel.
 */
export function handOff(moment: Moment, held: Transition, lead: ReceivedLead): Transition | null {
  const qualification = qualify(lead, moment)
  if (!qualification) return null
  const { channels, clocks, workingHours: hours, zone } = moment.playbook.document
  const dueAt = addWorkingMinutes(moment.now, clocks[qualification.tier].returnAfter, { hours, zone })
  const handoff = { id: moment.newId(), channel: channels.handoffs, qualification, dueAt }
  const stamp = { by: { kind: 'system' as const, name: 'qualification' }, at: moment.now }
  const outcome = decide(held.after, { type: 'hand-off', handoff }, stamp)
  if (!outcome.ok) throw new Error(`lead ${held.after.id} can't be handed off: ${outcome.refusal.kind}`)
  return chain(held, outcome.value)
}
