import type { OwnFigures } from '../digest/own-figures.ts'
import type { PraiseCode } from '../handoff/reasons.ts'
import type { Cause, Known } from './trouble.ts'

/** What goes on in the thread below a card. */
export type ThreadNote =
  | { type: 'accepted'; by: string }
  | { type: 'rejected'; by: string; reason: string }
  | { type: 'praised'; by: string; praise: PraiseCode }
  | { type: 'duplicate'; source: string; externalId: string | null }
  | { type: 'expired' }

/** What Slack must show, by reference: it is drawn from the state at the moment it is delivered. */
export type NoticeContent =
  | { kind: 'card'; handoffId: string }
  | { kind: 'card-update'; handoffId: string }
  | { kind: 'thread'; handoffId: string; note: ThreadNote }
  | { kind: 'digest'; audience: string; week: string }
  /** In the thread of the digest, which is the notice `below`. */
  | { kind: 'digest-details'; audience: string; week: string; below: string }
  /** In the same thread, the weeks so far as a chart. */
  | { kind: 'digest-trend'; audience: string; week: string; below: string }
  /** In the same thread, the figures as a file. */
  | { kind: 'digest-csv'; audience: string; week: string; below: string }
  /** To one manager alone. */
  | { kind: 'digest-manager'; audience: string; week: string }
  /** To one person alone: what they decided themselves. */
  | { kind: 'digest-own'; week: string; figures: OwnFigures }
  /** What marketing did about a digest, in its thread: a line of the ledger. */
  | { kind: 'ledger'; entryId: string; below: string }
  /** To one person of operations: what Slack refuses for good. */
  | { kind: 'trouble'; about: Cause; known: Known }
  /** The same message drawn anew, which is the notice `below`. */
  | { kind: 'trouble-update'; about: Cause; known: Known; below: string }

/** A promise to show something, saved in the transaction of the event that caused it. */
export interface Notice {
  id: string
  /** The channel or person it goes to; delivered in order within a lane. */
  lane: string
  content: NoticeContent
}
