import { z } from 'zod'
import type { Qualification } from '../qualify/qualification.ts'
import type { Evidence, PraiseCode, ReasonFamily } from './reasons.ts'

interface Decided {
  by: string
  at: Date
  /** Minutes of working time since the handoff; `null` for decisions before this was kept. */
  workingMinutes: number | null
}

export interface Acceptance extends Decided {
  kind: 'accepted'
  praise: PraiseCode | null
}

export interface Rejection extends Decided {
  kind: 'rejected'
  reason: string
  /** The reason's family as the playbook had it then. */
  family: ReasonFamily
  evidence: Evidence | null
  note: string | null
}

export type Decision = Acceptance | Rejection

/** Who brought a lead this time. */
export const originSchema = z.object({ source: z.string(), campaign: z.string().nullable() })
export type Origin = z.infer<typeof originSchema>

/** The accept clock of a handoff, in working minutes since it was made. */
export const ladderSchema = z.object({
  remindAfter: z.number(),
  returnAfter: z.number(),
  managerAfter: z.number(),
})
export type Ladder = z.infer<typeof ladderSchema>

/** A knock of the same person while a handoff was open. */
export interface Duplicate {
  source: string
  externalId: string | null
  at: Date
}

/** What a handoff is from its first moment. What led to it is frozen: it is never computed anew under later rules. */
interface HandedOff {
  id: string
  /** Counts the handoffs of a lead, from 1. */
  round: number
  /** The last handoff of the same person, of this lead or of another one. */
  follows: string | null
  origin: Origin
  qualification: Qualification
  /** `null` on handoffs before this was kept. */
  ladder: Ladder | null
  handedOffAt: Date
  /** The accept clock ends here. */
  dueAt: Date
  /** The Slack channel its card stands in. */
  channel: string
  /** Whose turn it is, where it is one person's. */
  assignee: string | null
  duplicates: Duplicate[]
}

export type OpenHandoff = HandedOff & { status: 'open' }
export type AcceptedHandoff = HandedOff & { status: 'accepted'; decision: Acceptance }
export type RejectedHandoff = HandedOff & { status: 'rejected'; decision: Rejection }
export type ExpiredHandoff = HandedOff & { status: 'expired'; expiredAt: Date }

/** One round of one lead: the unit that every number counts. */
export type Handoff = OpenHandoff | AcceptedHandoff | RejectedHandoff | ExpiredHandoff

/** What somebody decided, `null` when nobody has, or the time ran out. */
export const decisionOf = (handoff: Handoff): Decision | null =>
  'decision' in handoff ? handoff.decision : null
