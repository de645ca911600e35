import { handoffOf, latestHandoff, type Lead } from '../lead/lead.ts'
import type { ReceivedLead } from '../lead/received-lead.ts'
import type { LeadEvent, LeadEventBody } from './events.ts'
import { evolve } from './evolve.ts'
import type { Handoff, OpenHandoff } from './handoff.ts'
import type { Evidence, PraiseCode, Reason } from './reasons.ts'
import { allow, refuse, type Outcome, type Refusal } from './refusal.ts'
import { apply, type Stamp, type Transition } from './transition.ts'

/** What is said of a round when it begins. */
export type NewHandoff = Pick<
  OpenHandoff,
  'id' | 'follows' | 'origin' | 'qualification' | 'ladder' | 'dueAt' | 'channel'
>

/** What somebody wants to happen to one round. */
export type RoundCommand =
  | { type: 'move'; channel: string }
  | { type: 'note-duplicate'; source: string; externalId: string | null }
  | { type: 'accept'; workingMinutes: number | null }
  | { type: 'praise'; praise: PraiseCode }
  | {
      type: 'reject'
      reason: Reason
      evidence: Evidence | null
      note: string | null
      workingMinutes: number | null
    }
  | { type: 'expire' }
  | { type: 'show-contact' }

/** What somebody wants to happen to a lead that exists. */
export type Command =
  | { type: 'update'; lead: ReceivedLead }
  | { type: 'hand-off'; handoff: NewHandoff }
  | (RoundCommand & { handoffId: string })

/** The first event of a new lead. */
export function receive(id: string, lead: ReceivedLead, stamp: Stamp): Transition {
  const event: LeadEvent = { type: 'lead-received', lead, leadId: id, version: 1, ...stamp }
  return { before: null, after: evolve(null, event), events: [event] }
}

/** What a command leads to: the events and the state after them, or a refusal that says why not. */
export function decide(lead: Lead, command: Command, stamp: Stamp): Outcome<Transition> {
  const answer = eventsFor(lead, command, stamp)
  return Array.isArray(answer) ? allow(apply(lead, answer, stamp)) : refuse(answer)
}

/** Why nobody can decide on this round now, `null` while it is open. */
export function whyClosed(handoff: Handoff): Refusal | null {
  switch (handoff.status) {
    case 'open':
      return null
    case 'accepted':
    case 'rejected':
      return { kind: 'already-decided', decision: handoff.decision }
    case 'expired':
      return { kind: 'expired', at: handoff.dueAt }
  }
}

type EventsOrRefusal = LeadEventBody[] | Refusal

function eventsFor(lead: Lead, command: Command, stamp: Stamp): EventsOrRefusal {
  if (command.type === 'update') return [{ type: 'lead-updated', lead: command.lead }]
  if (command.type === 'hand-off') return handOff(lead, command.handoff)
  const handoff = handoffOf(lead, command.handoffId)
  return handoff ? inRound(handoff, command, stamp) : { kind: 'not-handed-off' }
}

/** A lead has one open round at a time. */
function handOff(lead: Lead, { id: handoffId, ...handoff }: NewHandoff): EventsOrRefusal {
  const latest = latestHandoff(lead)
  if (latest?.status === 'open') return { kind: 'still-open' }
  return [{ type: 'lead-handed-off', handoffId, round: (latest?.round ?? 0) + 1, ...handoff }]
}

function inRound(handoff: Handoff, command: RoundCommand, stamp: Stamp): EventsOrRefusal {
  const { id: handoffId } = handoff
  if (command.type === 'show-contact') return [{ type: 'contact-shown', handoffId }]
  if (command.type === 'praise') return praise(handoff, command.praise, stamp)
  return whyClosed(handoff) ?? whileOpen(handoffId, command)
}

function praise(handoff: Handoff, code: PraiseCode, { by }: Stamp): EventsOrRefusal {
  if (handoff.status !== 'accepted') return whyClosed(handoff) ?? { kind: 'still-open' }
  const { by: owner, praise: said } = handoff.decision
  if (by.kind !== 'person' || by.id !== owner) return { kind: 'not-yours', owner }
  return said === code ? [] : [{ type: 'lead-praised', handoffId: handoff.id, praise: code }]
}

type Deciding = Exclude<RoundCommand, { type: 'show-contact' | 'praise' }>

function whileOpen(handoffId: string, command: Deciding): EventsOrRefusal {
  switch (command.type) {
    case 'move':
      return [{ type: 'handoff-moved', handoffId, channel: command.channel }]
    case 'note-duplicate': {
      const { source, externalId } = command
      return [{ type: 'duplicate-noted', handoffId, source, externalId }]
    }
    case 'accept':
      return [{ type: 'lead-accepted', handoffId, workingMinutes: command.workingMinutes }]
    case 'reject':
      return reject(handoffId, command)
    case 'expire':
      return [{ type: 'lead-expired', handoffId }]
  }
}

function reject(handoffId: string, command: Extract<Deciding, { type: 'reject' }>): EventsOrRefusal {
  const { reason, evidence, note, workingMinutes } = command
  const { code, family } = reason
  if (reason.retired) return { kind: 'reason-unknown', code }
  if (reason.noteRequired && !note) return { kind: 'note-required' }
  if (reason.evidence.required && !evidence) return { kind: 'evidence-required' }
  return [{ type: 'lead-rejected', handoffId, reason: code, family, evidence, note, workingMinutes }]
}
