import type { Handoff, Tier } from '../lead/lead.ts'
import type { ReceivedLead } from '../lead/received-lead.ts'
import type { Evidence, PraiseCode } from './reasons.ts'

/** Who caused an event. */
export type Actor =
  | { kind: 'person'; id: string }
  | { kind: 'source'; name: string }
  | { kind: 'system'; name: string }

/** What happened, with what is needed to rebuild the state from it. */
export type LeadEventBody =
  | { type: 'lead-received'; lead: ReceivedLead }
  | { type: 'lead-updated'; lead: ReceivedLead }
  | {
      type: 'lead-handed-off'
      handoff: Pick<Handoff, 'id' | 'round' | 'channel' | 'qualification' | 'dueAt'>
      tier: Tier
    }
  | { type: 'handoff-moved'; channel: string }
  | { type: 'duplicate-noted'; source: string; externalId: string | null }
  | { type: 'lead-accepted'; workingMinutes?: number }
  | { type: 'lead-praised'; praise: PraiseCode }
  | {
      type: 'lead-rejected'
      reason: string
      evidence: Evidence | null
      note: string | null
      workingMinutes?: number
    }
  | { type: 'lead-expired' }
  | { type: 'contact-shown' }

/** One entry of a lead's append-only history. `version` is its place in that history, from 1. */
export type LeadEvent = LeadEventBody & {
  leadId: string
  version: number
  at: Date
  by: Actor
}
