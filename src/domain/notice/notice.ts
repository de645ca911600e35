import type { OwnFigures } from '../digest/own-figures.ts'
import type { PraiseCode } from '../handoff/reasons.ts'
import type { Courier } from './courier.ts'
import type { Cause, Known } from './trouble.ts'

/** What goes on in the thread below a card. */
export type ThreadNote =
  | { type: 'accepted'; by: string }
  | { type: 'rejected'; by: string; reason: string }
  | { type: 'praised'; by: string; praise: PraiseCode }
  | { type: 'duplicate'; source: string; externalId: string | null }
  | { type: 'expired' }

/** What must be shown, by reference: it is drawn from the state at the moment it is delivered. */
export type NoticeContent =
  /** The card of the handoff that the notice is about. */
  | { kind: 'card' }
  /** That card drawn anew. */
  | { kind: 'card-update' }
  /** In the thread of that card. */
  | { kind: 'thread'; note: ThreadNote }
  /** To the owner who accepted an earlier round of a lead: somebody asks for it again, in the round it is about. */
  | { kind: 'asked-again' }
  | { kind: 'digest'; audience: string; week: string }
  /** In the thread of the digest. */
  | { kind: 'digest-details'; audience: string; week: string }
  /** In the same thread, the weeks so far as a chart. */
  | { kind: 'digest-trend'; audience: string; week: string }
  /** In the same thread, the figures as a file. */
  | { kind: 'digest-csv'; audience: string; week: string }
  /** To one manager alone. */
  | { kind: 'digest-manager'; audience: string; week: string }
  /** To one person alone: what they decided themselves. */
  | { kind: 'digest-own'; week: string; figures: OwnFigures }
  /** What marketing did about a digest, in its thread: a line of the ledger. */
  | { kind: 'ledger'; entryId: string }
  /** To one person of operations: what Slack refuses for good. */
  | { kind: 'trouble'; about: Cause; known: Known }
  /** The same message drawn anew. */
  | { kind: 'trouble-update'; about: Cause; known: Known }

/** The message that another one hangs below: any notice, or the card of a handoff, whichever that is when it is saved. */
export type Below = { notice: string } | { cardOf: string }

/** A promise to show something, saved in the transaction of the event that caused it. */
export interface Notice {
  id: string
  /** The channel or person it goes to; delivered in order within a lane. */
  lane: string
  /** Who carries it there: Slack, where nothing is said. A lane has one courier for good. */
  courier?: Courier
  /** The handoff it speaks of. */
  about?: string
  /** It shares the fate of that message, whatever it speaks of. */
  below?: Below
  content: NoticeContent
}
