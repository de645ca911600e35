import type { Handoff, Tier } from './lead.ts'
import type { Evidence, PraiseCode } from './reasons.ts'
import type { Rate } from './statistics.ts'

/** What the digest needs to know of one handoff of the week. */
export interface HandoffRecord {
  id: string
  source: string
  campaign: string | null
  /** Key of the matched persona. */
  persona: string | null
  tier: Tier
  status: Handoff['status']
  handedOffAt: Date
  dueAt: Date
  decidedAt: Date | null
  reason: string | null
  evidence: Evidence | null
  note: string | null
  praise: PraiseCode | null
}

export interface ReasonShare {
  code: string
  count: number
  share: number
  cumulative: number
}

/** One source, campaign or persona; `lost` is n × the gap to the other leads, the order of the list. */
export interface Slice {
  key: string
  delivered: number
  acceptance: Rate
  lost: number
}

export interface Quote {
  reason: string
  note: string
  source: string
}

/** The numbers of one week's cohort (docs/domain.md §7), as they are stored and shown. */
export interface DigestFigures {
  /** ISO week, such as `2026-W47`, in the workspace's zone. */
  week: string
  /** Instants as ISO strings; `to` is exclusive. */
  from: string
  to: string
  delivered: number
  accepted: number
  rejected: number
  expired: number
  open: number
  coverage: Rate
  acceptance: Rate
  qualityAcceptance: Rate
  reasons: ReasonShare[]
  /** Rejections whose reason is known: all of them today, and printed as "n of m". */
  reasonsKnown: { count: number; of: number }
  praise: { code: PraiseCode; count: number }[]
  sources: Slice[]
  personas: Slice[]
  quotes: Quote[]
}
