import type { Fate } from '../domain/notice/card-fate.ts'
import type { Notice } from '../domain/notice/notice.ts'

/** A notice as the sender of notices sees it. */
export interface ClaimedNotice extends Notice {
  attempts: number
  /** Set when an earlier attempt ended without a clear answer: look for it before sending again. */
  doubtfulSince: Date | null
  /** The card's message, once it was posted. */
  card: { channel: string; ts: string } | null
  /** The message it belongs below, once that was posted. */
  below: { channel: string; ts: string } | null
}

/**
 * One attempt at a notice, and the card it found. When a later one has begun, what this one reports changes only that the
 * notice was sent, or that the card is gone.
 */
export type Held = Pick<ClaimedNotice, 'id' | 'attempts' | 'card'>

/** Nothing is put off longer than this, in milliseconds, whatever Slack asks for: it is then asked again. */
export const longestPauseMs = 3_600_000

/** The outbox, as slack/deliver works through it. Each method is one transaction. */
export interface Outbox {
  /**
   * Leases the lane of the oldest due notice and marks that notice as being sent.
   * `null` when nothing is due in a lane that is free. What is due or leased more than twice `longestPauseMs` from now was
   * written by a clock that was wrong, and nobody waits for it.
   */
  claim(options: { now: Date; owner: string; leaseMs: number }): Promise<ClaimedNotice | null>
  /** Slack took it. Frees the lane at `freeAt`; a card's `ts` is kept on its handoff. */
  sent(
    held: Held,
    result: { ts: string; channel?: string | undefined; at: Date; freeAt: Date },
  ): Promise<void>
  /** Slack refused for now: back to pending, for the lane at `dueAt`. */
  postpone(held: Held, result: { error: string; dueAt: Date }): Promise<void>
  /** No clear answer: stays `sending`, is claimed again, as doubtful, from `dueAt` on. */
  doubt(held: Held, result: { error: string; dueAt: Date }): Promise<void>
  /**
   * Slack refuses it for good, and the lane goes on. What becomes of it the domain says (card-fate.ts). `isDoubtful`: an
   * earlier attempt may have arrived. Nothing is sent there before `freeAt`, or from `at` on. `null` when a later attempt has
   * begun.
   */
  fail(
    held: Held,
    result: { error: string; at: Date; freeAt?: Date; isDoubtful?: boolean },
  ): Promise<Fate | null>
  /** There is nothing to show any more, or not here: kept with the reason, and nobody misses it. */
  leaveOut(held: Held, result: { because: string; at: Date }): Promise<void>
  /** When the next notice is due, `null` when none waits. */
  nextDueAt(): Promise<Date | null>
  counts(): Promise<{ waiting: number; failed: number }>
}
