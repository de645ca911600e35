import { addWorkingMinutes } from '../../domain/calendar/working-hours.ts'
import type { Origin } from '../../domain/handoff/handoff.ts'
import { decide, type NewHandoff } from '../../domain/handoff/lifecycle.ts'
import { chain, type Transition } from '../../domain/handoff/transition.ts'
import { qualify, type Rules } from '../../domain/qualify/qualify.ts'
import type { Qualification } from '../../domain/qualify/qualification.ts'
import type { ReceivedLead } from '../../domain/lead/received-lead.ts'

/** When, and under which rules, leads come in. */
export interface Moment extends Rules {
  now: Date
  newId: () => string
}

interface Candidate {
  /** What is known now, of a lead or of somebody who was one before. */
  known: Transition
  lead: ReceivedLead
  /** Who brought it this time. */
  origin: Origin
  /** The round before, of the same person. */
  follows: string | null
  /** Sales has had this lead, and it asks again. */
  isReturn: boolean
}

/** A new round for a lead that is qualified; `null`: it stays as it is. */
export function handOff(moment: Moment, candidate: Candidate): Transition | null {
  const { known, lead, isReturn } = candidate
  const qualification = qualify(lead, moment, { isReturn })
  if (!qualification) return null
  const stamp = { by: { kind: 'system' as const, name: 'qualification' }, at: moment.now }
  const handoff = newHandoff(moment, qualification, candidate)
  const outcome = decide(known.after, { type: 'hand-off', handoff }, stamp)
  if (!outcome.ok) throw new Error(`lead ${known.after.id} can't be handed off: ${outcome.refusal.kind}`)
  return chain(known, outcome.value)
}

/** The accept clock runs in working time and ends when the lead would go back to the channel. */
function newHandoff(
  { playbook, now, newId }: Moment,
  qualification: Qualification,
  { origin, follows }: Candidate,
): NewHandoff {
  const { channels, clocks, workingHours: hours, zone } = playbook.document
  const ladder = clocks[qualification.tier]
  const dueAt = addWorkingMinutes(now, ladder.returnAfter, { hours, zone })
  return { id: newId(), follows, origin, qualification, ladder, dueAt, channel: channels.handoffs }
}
