import type { LeadEvent } from './events.ts'
import type { Handoff, Lead } from '../lead/lead.ts'
import type { ReceivedLead } from '../lead/received-lead.ts'

/** The lead after one more event. Replaying a history from `null` rebuilds the current state. */
export function evolve(lead: Lead | null, event: LeadEvent): Lead {
  if (event.type === 'lead-received') return received(event.leadId, event.lead, event)
  if (!lead) throw new Error(`history of lead ${event.leadId} does not begin with lead-received`)
  return { ...lead, ...change(lead, event), version: event.version, updatedAt: event.at }
}

function received(id: string, lead: ReceivedLead, event: { version: number; at: Date }): Lead {
  return {
    id,
    version: event.version,
    status: 'held',
    source: lead.source,
    externalId: lead.externalId ?? null,
    details: lead.details,
    senderScore: lead.senderScore ?? null,
    senderQualified: lead.qualified ?? false,
    isTest: lead.isTest ?? false,
    receivedAt: event.at,
    updatedAt: event.at,
    handoff: null,
  }
}

type LaterEvent = Exclude<LeadEvent, { type: 'lead-received' }>

function change(lead: Lead, event: LaterEvent): Partial<Lead> {
  switch (event.type) {
    case 'lead-updated':
      return {
        details: event.lead.details,
        senderScore: event.lead.senderScore ?? lead.senderScore,
        senderQualified: event.lead.qualified ?? lead.senderQualified,
      }
    case 'lead-handed-off':
      return {
        status: 'handed-off',
        handoff: { ...event.handoff, status: 'open', handedOffAt: event.at, decision: null, duplicates: [] },
      }
    case 'lead-accepted':
      return { status: 'accepted', handoff: inHandoff(lead, event) }
    case 'lead-rejected':
      return { status: 'rejected', handoff: inHandoff(lead, event) }
    case 'lead-expired':
      return { status: 'expired', handoff: inHandoff(lead, event) }
    case 'handoff-moved':
    case 'duplicate-noted':
    case 'lead-praised':
      return { handoff: inHandoff(lead, event) }
    case 'contact-shown':
      return {}
  }
}

function inHandoff(lead: Lead, event: LaterEvent): Handoff | null {
  return lead.handoff && { ...lead.handoff, ...changeHandoff(lead.handoff, event) }
}

const timeOf = ({ workingMinutes }: { workingMinutes?: number }) =>
  workingMinutes === undefined ? {} : { workingMinutes }

/** The history keeps all; with each more of them an open lead would take longer to load and to save. */
const mostDuplicates = 1_000
const lastOf = <T>(before: T[], one: T): T[] => [...before, one].slice(-mostDuplicates)

function changeHandoff({ duplicates, decision: before }: Handoff, event: LaterEvent): Partial<Handoff> {
  const { at } = event
  const by = event.by.kind === 'person' ? event.by.id : event.by.name
  switch (event.type) {
    case 'handoff-moved':
      return { channel: event.channel }
    case 'duplicate-noted':
      return { duplicates: lastOf(duplicates, { source: event.source, externalId: event.externalId, at }) }
    case 'lead-accepted':
      return { status: 'accepted', decision: { kind: 'accepted', by, at, praise: null, ...timeOf(event) } }
    case 'lead-praised':
      return before?.kind === 'accepted' ? { decision: { ...before, praise: event.praise } } : {}
    case 'lead-rejected': {
      const { reason, evidence, note } = event
      const decision = { kind: 'rejected' as const, by, at, reason, evidence, note, ...timeOf(event) }
      return { status: 'rejected', decision }
    }
    case 'lead-expired':
      return { status: 'expired' }
    case 'lead-updated':
    case 'lead-handed-off':
    case 'contact-shown':
      return {}
  }
}
