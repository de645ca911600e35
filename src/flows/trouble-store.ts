import type { Notice } from '../domain/notice.ts'
import type { Cause, Told, Trouble } from '../domain/trouble.ts'

/** One cause, one lane, or all of them. */
export type Which = Partial<Cause>

/** What was refused; or, of one lane, what still waits to be sent. */
export type Stuck = (Which & { waiting?: false }) | (Which & { waiting: true; lane: string })

/** Notices of one lane that wait for the same thing. */
export interface Queued {
  /** `doubtful` is being sent, or was and got no clear answer. */
  state: 'waiting' | 'doubtful'
  lane: string
  /** Why the last attempt did not succeed, if there was one. */
  cause: string | null
  count: number
  since: Date
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
  /** Handoffs that nobody has decided, whose card was refused or is gone from its channel; the oldest first. */
  lostCards(which: Which): Promise<string[]>
  /** How many digests, with what hangs below them, were refused. */
  countDigests(which: Which): Promise<number>
  /** Puts them back, for another channel. How many there were. */
  moveDigests(which: Which, to: string): Promise<number>
  /** How many cards of leads that nobody has decided would be given up. */
  countUndecided(which: Stuck): Promise<number>
  /**
   * Gives them up, with what hangs below them; they are kept with the reason. One that is being sent at this moment
   * counts as sent if that succeeds. The card of a lead that nobody has decided is only set aside as refused, as nobody
   * could decide it any more. How many there were.
   */
  drop(which: Stuck, because: string): Promise<number>
  /** What waits, or was refused, may have arrived already: it is looked for before it is sent. How many wait. */
  doubtWaiting(): Promise<number>
  /** What still waits, by lane. */
  queue(): Promise<Queued[]>
}
