import type { Unshown } from '../domain/notice/card-fate.ts'
import type { Courier } from '../domain/notice/courier.ts'
import type { Notice } from '../domain/notice/notice.ts'
import type { Cause, Told, Trouble } from '../domain/notice/trouble.ts'

/** One cause, one lane, or all of them. */
export type Which = Partial<Cause>

/** What was refused; or, of one lane, what still waits to be sent. */
export type Stuck = (Which & { waiting?: false }) | (Which & { waiting: true; lane: string })

/** Notices of one lane that wait for the same thing. */
export interface Queued {
  /** `doubtful` is being sent, or was and got no clear answer. */
  state: 'waiting' | 'doubtful'
  lane: string
  courier: Courier
  /** Why the last attempt did not succeed, if there was one. */
  cause: string | null
  count: number
  since: Date
}

/** A notice that was chosen, and what is known of the lead whose card it belongs to. */
export interface Affected extends Unshown {
  id: string
  /** The handoff whose card it is, or hangs below. */
  handoffId: string | null
  /** Not refused, but still waiting. */
  isWaiting: boolean
}

/** What becomes of notices that were chosen. */
export interface Fates {
  /** Notices to give up. One that is being sent at this moment counts as sent if that succeeds, and else stays given up. */
  drop: string[]
  /** Notices that wait, to be put among those that were refused. */
  setAside: string[]
  /** Handoffs whose card is posted anew. */
  cardsAnew: string[]
}

/** What Slack refused for good, and what became of it. */
export interface TroubleStore {
  /** The oldest first. */
  all(): Promise<Trouble[]>
  /** What these people were told, each cause once. */
  told(userIds: string[]): Promise<Told[]>
  tell(notices: Notice[]): Promise<void>
  /** How many notices that is, with what hangs below them. */
  count(which: Stuck): Promise<number>
  /** Puts them back, in their order, with what hangs below them. How many there were. */
  sendAgain(which: Which): Promise<number>
  /** How many digests, with what hangs below them, were refused. */
  countDigests(which: Which): Promise<number>
  /** Puts them back, for another channel. How many there were. */
  moveDigests(which: Which, to: string): Promise<number>
  /**
   * The notices that were chosen, with what hangs below them, in their order. Inside a transaction nobody decides their
   * leads until it ends.
   */
  affected(which: Stuck): Promise<Affected[]>
  /** Does with them what was decided, and keeps the reason. */
  settle(fates: Fates, because: string): Promise<void>
  /** What waits, or was refused, may have arrived already: it is looked for before it is sent. How many wait. */
  doubtWaiting(): Promise<number>
  /** What still waits, by lane. */
  queue(): Promise<Queued[]>
}
