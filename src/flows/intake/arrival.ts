import { decide, type Command } from '../../domain/handoff/lifecycle.ts'
import type { Stamp, Transition } from '../../domain/handoff/transition.ts'
import { latestHandoff, type Lead } from '../../domain/lead/lead.ts'
import type { ReceivedLead } from '../../domain/lead/received-lead.ts'
import type { Notice, ThreadNote } from '../../domain/notice/notice.ts'
import { cardChanged } from '../handoff/card-notices.ts'
import type { Moment } from './hand-off.ts'
import type { Received } from './received.ts'

/** What becomes of a lead that comes in, and all that is to be saved for it. */
export interface Arrival extends Pick<Received, 'became' | 'leadId'> {
  changes: { transition: Transition; notices: Notice[] }[]
}

/** News about a lead that is known. */
export function updated(moment: Moment, own: Lead, lead: ReceivedLead): Transition {
  return carriedOut(own, { type: 'update', lead }, stampOf(moment, lead))
}

/** What is shown on the card that is open. */
export function onCard(
  { newId }: Moment,
  transition: Transition,
  note: ThreadNote | null,
): Arrival['changes'][number] {
  const lead = transition.after
  const handoff = latestHandoff(lead)
  return { transition, notices: handoff ? cardChanged({ lead, handoff }, note, newId) : [] }
}

/** A change that nobody in Slack needs to see. */
export const saved = (transition: Transition): Arrival['changes'] =>
  transition.events.length > 0 ? [{ transition, notices: [] }] : []

export const unchanged = ({ id }: Lead): Arrival => ({ became: 'unchanged', leadId: id, changes: [] })

export function stampOf({ now }: Moment, { source }: ReceivedLead): Stamp {
  return { by: { kind: 'source', name: source }, at: now }
}

/** Carries out what the state allows by the caller's own reading of it. */
export function carriedOut(lead: Lead, command: Command, stamp: Stamp): Transition {
  const outcome = decide(lead, command, stamp)
  if (!outcome.ok) throw new Error(`${command.type} of lead ${lead.id} was refused: ${outcome.refusal.kind}`)
  return outcome.value
}
