import type { Acceptance, Handoff } from '../handoff/handoff.ts'
import type { LeadDetails } from './lead-details.ts'
import type { SenderScore } from './received-lead.ts'

/** Where a lead stands: as its latest round does. See the lifecycle table in docs/domain.md. */
export const leadStatuses = ['held', 'handed-off', 'accepted', 'rejected', 'expired'] as const
export type LeadStatus = (typeof leadStatuses)[number]

export interface Lead {
  id: string
  /** Counts the events; a write names the version it saw. */
  version: number
  status: LeadStatus
  source: string
  externalId: string | null
  details: LeadDetails
  senderScore: SenderScore | null
  senderQualified: boolean
  isTest: boolean
  receivedAt: Date
  updatedAt: Date
  /** Its rounds, from the first to the latest; none while the lead is held. */
  handoffs: Handoff[]
}

/** A lead in one of its rounds: what a click is about. */
export interface LeadRound {
  lead: Lead
  handoff: Handoff
}

/** The same with what a card says of earlier rounds of the same person. */
export type FollowingRound = LeadRound & {
  /** The round before. */
  last: Handoff | null
  /** Who accepted this person before. */
  owner: Acceptance | null
}

/** The round that counts now. */
export const latestHandoff = ({ handoffs }: Pick<Lead, 'handoffs'>): Handoff | null => handoffs.at(-1) ?? null

export const handoffOf = ({ handoffs }: Pick<Lead, 'handoffs'>, id: string): Handoff | null =>
  handoffs.find((handoff) => handoff.id === id) ?? null

/** Where a lead with these rounds stands. */
export function statusOf(handoffs: Handoff[]): LeadStatus {
  const status = handoffs.at(-1)?.status ?? 'held'
  return status === 'open' ? 'handed-off' : status
}
