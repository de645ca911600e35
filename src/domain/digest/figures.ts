import type { LedgerLine } from '../ledger/entry.ts'
import type { PraiseCode } from '../handoff/reasons.ts'
import type { Quantile } from '../statistics/kaplan-meier.ts'
import type { Rate } from '../statistics/wilson.ts'

export interface ReasonShare {
  code: string
  count: number
  share: number
  cumulative: number
}

/** One source, campaign, persona or tier; `lost` is n × the gap to the other leads, the order of the list. */
export interface Slice {
  key: string
  delivered: number
  acceptance: Rate
  lost: number
  /** Whether its acceptance is lower than that of the others beyond what chance explains. */
  worse: boolean
}

export interface Quote {
  reason: string
  note: string
  source: string
}

/** Minutes to a decision: the median, and what nine of ten were decided within. */
export interface Wait {
  median: Quantile | null
  ninetieth: Quantile | null
}

/** An earlier week, for comparison. */
export interface Earlier {
  week: string
  delivered: number
  coverage: Rate
  acceptance: Rate
}

/** One week of the trend. */
export interface TrendPoint {
  week: string
  coverage: Rate
  acceptance: Rate
}

/** The numbers of one week's cohort (docs/domain.md), as they are stored and shown. */
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
  strictAcceptance: Rate
  clockKept: Rate
  wait: { wall: Wait; working: Wait }
  /** How well the score tells accepted from rejected, 0.5…1; `null` when there is nothing to tell. */
  separation: number | null
  reasons: ReasonShare[]
  /** Rejections whose reason is known: all of them today, and printed as "n of m". */
  reasonsKnown: { count: number; of: number }
  praise: { code: PraiseCode; count: number }[]
  sources: Slice[]
  campaigns: Slice[]
  personas: Slice[]
  tiers: Slice[]
  quotes: Quote[]
  /** The week before as it stands now: its cohort goes on maturing. */
  previous: Earlier | null
  /** Acceptance over the eight weeks before, from their own digests. */
  baseline: { weeks: number; acceptance: Rate } | null
  /** This week and those before it that had enough answers to be compared, the earliest first. */
  trend: TrendPoint[]
  /** You said → we did: what was newly changed, and what four weeks of a change have shown. */
  ledger: { made: LedgerLine[]; measured: LedgerLine[] }
}
