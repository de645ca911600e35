import type { Fate } from '../domain/notice/card-fate.ts'
import type { Notice } from '../domain/notice/notice.ts'

/** A notice as its courier sees it. */
export interface ClaimedNotice extends Pick<Notice, 'id' | 'lane' | 'content'> {
  /** The handoff it speaks of. */
  about: string | null
  /** Counts the attempts, this one among them. */
  attempts: number
  /** Set when an earlier attempt ended without a clear answer: look for it before sending again. */
  doubtfulSince: Date | null
  /** The message of the card that it is, or hangs below, once that was posted. */
  card: { channel: string; ts: string } | null
  /** The message it hangs below, once that was posted. */
  below: { channel: string; ts: string } | null
}

/**
 * One attempt at a notice, and the card it found. Once a later attempt has begun, only two reports of this one still count:
 * that the notice was sent, and that the card is gone.
 */
export type Attempt = Pick<ClaimedNotice, 'id' | 'attempts' | 'card'>

/** Nothing is put off longer than this, in milliseconds, whatever Slack asks for: it is then asked again. */
export const longestPauseMs = 3_600_000

/** The outbox as one courier works through it: of other couriers' lanes it knows nothing. Each method is one transaction. */
export interface Outbox {
  /**
   * Leases the lane of the oldest due notice and marks that notice as being sent.
   * `null` when nothing is due in a lane that is free. A time more than twice `longestPauseMs` from now was written by a
   * clock that was wrong: nobody waits for it.
   */
  claim(options: { now: Date; owner: string; leaseMs: number }): Promise<ClaimedNotice | null>
  /** Slack took it. Frees the lane at `freeAt`; a card's `ts` is kept on its handoff. */
  sent(
    attempt: Attempt,
    result: { ts: string; channel?: string | undefined; at: Date; freeAt: Date },
  ): Promise<void>
  /** Slack refused for now: back to pending, for the lane at `dueAt`. */
  postpone(attempt: Attempt, result: { error: string; dueAt: Date }): Promise<void>
  /** No clear answer: stays `sending`, is claimed again, as doubtful, from `dueAt` on. */
  doubt(attempt: Attempt, result: { error: string; dueAt: Date }): Promise<void>
  /**
   * Slack refuses it for good, and the lane goes on. What becomes of it the domain says (card-fate.ts). `isDoubtful`: an
   * earlier attempt may have arrived. Nothing is sent there before `freeAt`, or from `at` on. `null` when a later attempt has
   * begun.
   */
  fail(
    attempt: Attempt,
    result: { error: string; at: Date; freeAt?: Date; isDoubtful?: boolean },
  ): Promise<Fate | null>
  /** There is nothing to show any more, or not here: kept with the reason, and nobody misses it. */
  leaveOut(attempt: Attempt, result: { because: string; at: Date }): Promise<void>
  /** When the next notice is due, `null` when none waits. */
  nextDueAt(): Promise<Date | null>
  counts(): Promise<{ waiting: number; failed: number }>
}
