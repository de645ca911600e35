import { notOfQuality, type ReasonFamily } from '../handoff/reasons.ts'
import { wilson, type Rate } from '../statistics/wilson.ts'
import type { WorkingTime } from '../calendar/working-hours.ts'
import { endOfWorkingDays } from './working-days.ts'

/** A rejection, and when marketing first answered it: agreed, contested, or fixed and resubmitted. */
export interface Answerable {
  readonly family: ReasonFamily
  readonly rejectedAt: Date
  readonly answeredAt: Date | null
}

/** When the counting is done, and whose working days count: marketing's. */
export interface AnswerClock {
  readonly now: Date
  readonly working: WorkingTime
}

/** Working days that marketing has for an answer. */
const answerDays = 5

/**
 * Loop closure (docs/domain.md, "The numbers"): quality rejections answered within 5 working days / Rq, where Rq leaves out
 * the procedural family. As coverage does, Rq here also leaves out what is unanswered and not yet due, so that a fresh
 * rejection is not held against marketing. The day of the rejection does not count: five working days from a Wednesday end
 * with the next Wednesday. What happened after `now` is not known yet. `null` while no answers are recorded.
 */
export function loopClosureOf(
  rejections: readonly Answerable[] | null | undefined,
  { now, working }: AnswerClock,
): Rate | null {
  if (!rejections) return null
  const counted = rejections
    .filter(({ family }) => family !== notOfQuality)
    .map(({ rejectedAt, answeredAt }) => ({
      answeredAt: answeredAt !== null && answeredAt <= now ? answeredAt : null,
      dueAt: endOfWorkingDays(rejectedAt, answerDays, working),
    }))
    .filter(({ answeredAt, dueAt }) => answeredAt !== null || dueAt <= now)
  const inTime = counted.filter(({ answeredAt, dueAt }) => answeredAt !== null && answeredAt <= dueAt)
  return wilson(inTime.length, counted.length)
}
