import type { LeadDetails } from './lead-details.ts'
import type { Evidence, PraiseCode } from '../handoff/reasons.ts'
import type { SenderScore } from './received-lead.ts'
import type { PersonaMatch } from '../qualify/persona-match.ts'
import type { Score } from '../qualify/score.ts'

/** Where a lead stands. See the lifecycle table in docs/domain.md; later states are reached by later commands. */
export type LeadStatus = 'held' | 'handed-off' | 'accepted' | 'rejected' | 'expired'

/** How urgent a handoff is; each tier has its own accept clock in the playbook. */
export const tiers = ['hot', 'standard', 'low'] as const
export type Tier = (typeof tiers)[number]

/** Why a lead is handed off, frozen at that moment: it is never recomputed under later rules. */
export interface Qualification {
  because: 'sender' | 'score'
  score: Score
  senderScore: SenderScore | null
  persona: PersonaMatch | null
  tier: Tier
  playbookVersion: number
  /** The version of the MQL definition in force. */
  definitionVersion: number
}

export type Decision =
  | { kind: 'accepted'; by: string; at: Date; praise: PraiseCode | null; workingMinutes?: number }
  | {
      kind: 'rejected'
      by: string
      at: Date
      reason: string
      evidence: Evidence | null
      note: string | null
      workingMinutes?: number
    }

/** One round of one lead: the unit every number counts. */
export interface Handoff {
  id: string
  round: number
  status: 'open' | 'accepted' | 'rejected' | 'expired'
  /** The Slack channel its card stands in. */
  channel: string
  qualification: Qualification
  handedOffAt: Date
  /** The accept clock ends here. */
  dueAt: Date
  decision: Decision | null
  /** Sources that sent the same person again while this handoff was open. */
  duplicates: { source: string; externalId: string | null; at: Date }[]
}

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
  /** The current round, none while the lead is held. */
  handoff: Handoff | null
}
