import type { Difference } from '../statistics/newcombe.ts'
import type { Rate } from '../statistics/wilson.ts'

/** Before and after a change, and what may be said of it. */
export interface Measurement {
  /** Acceptance; for a reason, its share of all answers. */
  before: Rate
  after: Rate
  difference: Difference | null
  verdict: Verdict
}

/** `unclear`: what was seen may well be chance. */
export type Verdict = 'better' | 'worse' | 'unclear' | 'too-few'
