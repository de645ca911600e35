import { statusOf, type Lead } from '../lead/lead.ts'
import type { ReceivedLead } from '../lead/received-lead.ts'
import type { LeadEvent } from './events.ts'
import { evolveHandoff, handedOff } from './evolve-handoff.ts'

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
    handoffs: [],
  }
}

function change(lead: Lead, event: Exclude<LeadEvent, { type: 'lead-received' }>): Partial<Lead> {
  if (event.type === 'lead-updated') return news(lead, event.lead)
  if (event.type === 'lead-handed-off') return inRounds([...lead.handoffs, handedOff(lead, event)])
  return inRounds(lead.handoffs.map((handoff) => evolveHandoff(handoff, event)))
}

function news(lead: Lead, { details, senderScore, qualified }: ReceivedLead): Partial<Lead> {
  return {
    details,
    senderScore: senderScore ?? lead.senderScore,
    senderQualified: qualified ?? lead.senderQualified,
  }
}

const inRounds = (handoffs: Lead['handoffs']): Partial<Lead> => ({ handoffs, status: statusOf(handoffs) })
