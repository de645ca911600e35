import { dayOf } from '../domain/day.ts'
import type { DigestFigures } from '../domain/digest/figures.ts'
import { allow, refuse, type Outcome } from '../domain/refusal.ts'
import { barrierFor } from './barrier.ts'
import type { Deps } from './ports.ts'
import type { Answer } from './record-change.ts'

/** What somebody needs in order to write into the ledger: an id for the line, the digest, and today's date. */
export async function openLedger(
  deps: Deps,
  { userId, week }: Omit<Answer, 'id'>,
): Promise<Outcome<{ id: string; figures: DigestFigures; today: string }>> {
  const barrier = await barrierFor(deps, userId, 'answer-digest')
  if (barrier) return refuse(barrier)
  const figures = await deps.db.digests.find('marketing', week)
  if (!figures) return refuse({ kind: 'week-unknown', week })
  const { zone } = (await deps.db.playbooks.current()).document
  return allow({ id: deps.newId(), figures, today: dayOf(deps.now(), zone) })
}
