import type { PraiseCode } from '../handoff/reasons.ts'
import type { Ending } from '../statistics/kaplan-meier.ts'
import type { WorkingTime } from '../calendar/working-hours.ts'
import type { ScoreCount } from '../statistics/separation.ts'
import type { Quote } from './figures.ts'
import type { SliceKind } from './slice-kind.ts'
import type { Tally } from './tally.ts'

/** The handoffs made in one week, counted at one moment: all that a digest knows of them. */
export interface Cohort {
  all: Tally
  slices: { by: SliceKind; key: string; tally: Tally }[]
  reasons: { code: string; count: number }[]
  praise: { code: PraiseCode; count: number }[]
  scores: ScoreCount[]
  waits: {
    /** Minutes by the clock on the wall. What is undecided is censored now, or when it expired. */
    wall: Ending[]
    /** Minutes within working hours. */
    working: Ending[]
  }
  /** Notes of rejections, some of the latest of each reason, the latest first. */
  notes: Quote[]
}

/** Narrows a cohort down to one slice of each kind that is named. */
export type CohortFilter = Partial<Record<SliceKind, string>>

/** Which handoffs are counted, and when. */
export interface CohortQuestion {
  from: Date
  to: Date
  /** The moment of counting. */
  now: Date
  working: WorkingTime
  filter?: CohortFilter
}

export const noTally: Tally = {
  ...{ delivered: 0, accepted: 0, rejected: 0, quality: 0, expired: 0, open: 0, notYetDue: 0, inTime: 0 },
}
