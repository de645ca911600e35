import { wilson, type Rate } from '../statistics/wilson.ts'

/** What became of a group of handoffs, tests left out. `delivered` = accepted + rejected + expired + open. */
export interface Tally {
  delivered: number
  accepted: number
  rejected: number
  /** Rejected for a reason of another family than procedural: what marketing's quality is judged by. */
  quality: number
  expired: number
  open: number
  /** Open, and its clock still runs: not held against anybody. */
  notYetDue: number
  /** Accepted or rejected before its clock ran out. */
  inTime: number
}

/** Response coverage: (A + R) / (D − open and not yet due). */
export const coverageOf = ({ accepted, rejected, delivered, notYetDue }: Tally): Rate =>
  wilson(accepted + rejected, delivered - notYetDue)

/** Acceptance: A / (A + R). */
export const acceptanceOf = ({ accepted, rejected }: Tally): Rate => wilson(accepted, accepted + rejected)

/** Quality acceptance: A / (A + Rq), where Rq leaves out what was not marketing's quality. */
export const qualityAcceptanceOf = ({ accepted, quality }: Tally): Rate =>
  wilson(accepted, accepted + quality)

/** Strict acceptance: A / (D − O). An expired lead counts as one that was not accepted. */
export const strictAcceptanceOf = ({ accepted, delivered, open }: Tally): Rate =>
  wilson(accepted, delivered - open)

/** Clock kept: decided by due / (decided + undecided past due). */
export const clockKeptOf = ({ inTime, delivered, notYetDue }: Tally): Rate =>
  wilson(inTime, delivered - notYetDue)
