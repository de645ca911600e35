import type { Logger } from 'pino'
import type { Fate } from '../../domain/notice/card-fate.ts'
import { longestPauseMs, type ClaimedNotice, type Outbox } from '../../ports/outbox.ts'
import type { Deps } from '../../ports/deps.ts'
import { referenceOf } from '../../domain/notice/trouble.ts'
import type { AttemptResult } from './send-notice.ts'

/** Where attempts are written down, and what decides when the next one may be. */
export interface Records {
  outbox: Outbox
  deps: Deps
  /** Posts a second and channel. */
  postsPerSecond: number
  /** How long a lost post may still arrive: at least the client's time-out and Slack's lag. */
  settleMs: number
}

/** The longest wait in seconds where Slack does not say when to try again. The whole channel waits meanwhile. */
const longestGuess = 10

/** Writes down how an attempt ended. Where Slack refuses the notice for good, it gives back what becomes of it. */
export async function record(
  notice: ClaimedNotice,
  attempt: AttemptResult,
  options: Records,
): Promise<Fate | null> {
  const { outbox, deps, postsPerSecond, settleMs } = options
  const now = deps.now()
  const after = (ms: number): Date => new Date(now.getTime() + ms)
  switch (attempt.kind) {
    case 'sent':
      await outbox.sent(notice, { ...attempt, at: now, freeAt: after(1000 / postsPerSecond) })
      return null
    case 'left-out':
      await outbox.leaveOut(notice, { because: attempt.because, at: now })
      return null
    case 'later': {
      const seconds = attempt.seconds ?? Math.min(longestGuess, 2 ** notice.attempts)
      const result = { error: attempt.error, dueAt: after(pauseMs(seconds, postsPerSecond)) }
      await (attempt.unsettled ? outbox.doubt(notice, result) : outbox.postpone(notice, result))
      return null
    }
    case 'doubtful':
      await outbox.doubt(notice, {
        error: attempt.error,
        dueAt: after(Math.max(settleMs, pauseMs(0, postsPerSecond))),
      })
      return null
    case 'never':
      return outbox.fail(notice, {
        error: attempt.error,
        at: now,
        freeAt: after(pauseMs(0, postsPerSecond)),
        isDoubtful: attempt.unsettled === true,
      })
  }
}

/** A refused call counts for the pace of the channel, too. No pause is longer than the longest. */
function pauseMs(seconds: number, postsPerSecond: number): number {
  return Math.max(1000 / postsPerSecond, Math.min(seconds * 1000, longestPauseMs))
}

/** Says in the log what did not go well. */
export function report(
  { id, lane, content }: ClaimedNotice,
  attempt: Exclude<AttemptResult, { kind: 'sent' }>,
  { fate, log }: { fate: Fate | null; log: Logger },
) {
  const facts = { notice: id, lane, kind: content.kind }
  switch (attempt.kind) {
    case 'left-out':
      return log.info({ ...facts, why: attempt.because }, 'there is nothing to show, and it is left out')
    case 'later':
      return log.warn(
        { ...facts, why: attempt.error },
        'Slack did not take this notice yet; it is sent again',
      )
    case 'doubtful':
      return log.warn({ ...facts, why: attempt.error }, 'no clear answer from Slack; the post is looked for')
    case 'never':
      if (fate) reportFate({ ...facts, why: attempt.error }, fate, log)
  }
}

function reportFate(facts: { lane: string; why: string }, fate: Fate, log: Logger): void {
  switch (fate.fate) {
    case 'kept': {
      const { cause: why } = fate
      const reference = referenceOf({ lane: facts.lane, cause: why })
      return log.error({ ...facts, why, reference }, 'Slack will not take this notice; it is kept as failed')
    }
    case 'given-up':
      return log.info(facts, 'what it belongs to is not there any more, and it is left out')
    case 'card-anew':
      return log.warn(facts, 'the card of a lead that nobody has decided is gone; it is posted anew')
    case 'again':
      return log.info(facts, 'the card is another one by now; it is sent again for that one')
  }
}
