import type { Actor, LeadEvent, LeadEventBody } from './events.ts'
import { evolve } from './evolve.ts'
import type { Handoff, Lead } from '../lead/lead.ts'
import type { ReceivedLead } from '../lead/received-lead.ts'
import { allow, refuse, type Outcome, type Refusal } from './refusal.ts'
import type { Evidence, PraiseCode, Reason } from './reasons.ts'

/** What somebody wants to happen to a lead that exists. */
export type Command =
  | { type: 'update'; lead: ReceivedLead }
  | { type: 'hand-off'; handoff: Pick<Handoff, 'id' | 'channel' | 'qualification' | 'dueAt'> }
  | { type: 'move'; channel: string }
  | { type: 'note-duplicate'; source: string; externalId: string | null }
  | ({ type: 'accept' } & Timed)
  | { type: 'praise'; praise: PraiseCode }
  | ({ type: 'reject'; reason: Reason; evidence: Evidence | null; note: string | null } & Timed)
  | { type: 'expire' }
  | { type: 'show-contact' }

/** Working minutes since the handoff, where somebody counted them. */
interface Timed {
  workingMinutes?: number
}

/** A lead before and after, with the events between: what a store saves in one transaction. */
export interface Transition {
  before: Lead | null
  after: Lead
  events: LeadEvent[]
}

interface Stamp {
  by: Actor
  at: Date
}

/** The first event of a new lead. */
export function receive(id: string, lead: ReceivedLead, stamp: Stamp): Transition {
  const event: LeadEvent = { type: 'lead-received', lead, leadId: id, version: 1, ...stamp }
  return { before: null, after: evolve(null, event), events: [event] }
}

/** What a command leads to: the events and the state after them, or a refusal that says why not. */
export function decide(lead: Lead, command: Command, stamp: Stamp): Outcome<Transition> {
  const answer = eventsFor(lead, command, stamp)
  return 'refusal' in answer ? refuse(answer.refusal) : allow(apply(lead, answer.events, stamp))
}

/** Two transitions of one lead, one after the other, as one. */
export function chain(first: Transition, second: Transition): Transition {
  return { before: first.before, after: second.after, events: [...first.events, ...second.events] }
}

/** Why nobody can decide on this lead now, `null` while its handoff is open. */
export function whyClosed(lead: Lead): Refusal | null {
  return lead.handoff?.status === 'open' ? null : closed(lead)
}

type Answer = { events: LeadEventBody[] } | { refusal: Refusal }

function eventsFor(lead: Lead, command: Command, stamp: Stamp): Answer {
  switch (command.type) {
    case 'update':
      return { events: [{ type: 'lead-updated', lead: command.lead }] }
    case 'hand-off':
      return handOff(lead, command.handoff)
    case 'move':
      return whileOpen(lead, { type: 'handoff-moved', channel: command.channel })
    case 'note-duplicate':
      return whileOpen(lead, {
        type: 'duplicate-noted',
        source: command.source,
        externalId: command.externalId,
      })
    case 'accept':
      return whileOpen(lead, { type: 'lead-accepted', ...timed(command) })
    case 'praise':
      return praise(lead, command.praise, stamp)
    case 'reject':
      return reject(lead, command)
    case 'expire':
      return whileOpen(lead, { type: 'lead-expired' })
    case 'show-contact':
      return { events: [{ type: 'contact-shown' }] }
  }
}

function handOff(lead: Lead, handoff: Pick<Handoff, 'id' | 'channel' | 'qualification' | 'dueAt'>): Answer {
  if (lead.status !== 'held') return { refusal: closed(lead) }
  const round = (lead.handoff?.round ?? 0) + 1
  const tier = handoff.qualification.tier
  return { events: [{ type: 'lead-handed-off', handoff: { ...handoff, round }, tier }] }
}

function praise(lead: Lead, code: PraiseCode, { by }: Stamp): Answer {
  const decision = lead.handoff?.decision
  if (decision?.kind !== 'accepted') return { refusal: closed(lead) }
  if (by.kind !== 'person' || by.id !== decision.by)
    return { refusal: { kind: 'not-yours', owner: decision.by } }
  return { events: decision.praise === code ? [] : [{ type: 'lead-praised', praise: code }] }
}

function reject(lead: Lead, command: Extract<Command, { type: 'reject' }>): Answer {
  const { reason, evidence, note } = command
  const event = { type: 'lead-rejected' as const, reason: reason.code, evidence, note, ...timed(command) }
  const answer = whileOpen(lead, event)
  if ('refusal' in answer) return answer
  if (reason.retired) return { refusal: { kind: 'reason-unknown', code: reason.code } }
  if (reason.noteRequired && !note) return { refusal: { kind: 'note-required' } }
  if (reason.evidence.required && !evidence) return { refusal: { kind: 'evidence-required' } }
  return answer
}

const timed = ({ workingMinutes }: Timed): Timed => (workingMinutes === undefined ? {} : { workingMinutes })

function whileOpen(lead: Lead, event: LeadEventBody): Answer {
  const refusal = whyClosed(lead)
  return refusal ? { refusal } : { events: [event] }
}

function closed({ handoff }: Lead): Refusal {
  if (handoff?.decision) return { kind: 'already-decided', decision: handoff.decision }
  return handoff?.status === 'expired' ? { kind: 'expired', at: handoff.dueAt } : { kind: 'not-handed-off' }
}

function apply(before: Lead, bodies: LeadEventBody[], stamp: Stamp): Transition {
  const events = bodies.map((body, index): LeadEvent => ({
    ...body,
    leadId: before.id,
    version: before.version + index + 1,
    ...stamp,
  }))
  return { before, after: events.reduce(evolve, before), events }
}
