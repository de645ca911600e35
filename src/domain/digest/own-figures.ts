import type { Rate } from '../statistics/wilson.ts'

/** One person's decisions over four weeks, for that person alone. Instants are ISO strings; `to` is exclusive. */
export interface OwnFigures {
  from: string
  to: string
  accepted: number
  rejected: number
  acceptance: Rate
  inTime: Rate
  /** Working minutes from the handoff to the decision; `null` when not known. */
  median: number | null
}

/** What was counted of one person. */
export interface OwnCount {
  userId: string
  accepted: number
  rejected: number
  inTime: number
  median: number | null
}
