import type { DigestFigures } from '../../domain/digest/figures.ts'
import { allow, refuse, type Outcome } from '../../domain/handoff/refusal.ts'
import { weekSchema } from '../../domain/calendar/week.ts'
import { barrierFor } from '../access/barrier.ts'
import type { Deps } from '../../ports/deps.ts'

/** Whose digest is answered. */
export const audience = 'marketing'

/** The digest that somebody wants to answer for marketing, if it was posted and this person may. */
export async function answerableDigest(
  deps: Deps,
  { userId, week }: { userId: string; week: string },
): Promise<Outcome<DigestFigures>> {
  const barrier = await barrierFor(deps, userId, 'answer-digest')
  if (barrier) return refuse(barrier)
  const isWeek = weekSchema.safeParse(week).success
  const figures = isWeek ? await deps.db.digests.find(audience, week) : null
  return figures ? allow(figures) : refuse({ kind: 'week-unknown', week })
}
