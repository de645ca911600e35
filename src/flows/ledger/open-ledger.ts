import { dayOf } from '../../domain/clock/day.ts'
import type { DigestFigures } from '../../domain/digest/figures.ts'
import { allow, type Outcome } from '../../domain/handoff/refusal.ts'
import { answerableDigest } from './answerable-digest.ts'
import type { Deps } from '../../ports/deps.ts'
import type { Answer } from './record-change.ts'

/** What somebody needs in order to write into the ledger: an id for the line, the digest, and today's date. */
export async function openLedger(
  deps: Deps,
  { userId, week }: Omit<Answer, 'id'>,
): Promise<Outcome<{ id: string; figures: DigestFigures; today: string }>> {
  const digest = await answerableDigest(deps, { userId, week })
  if (!digest.ok) return digest
  const { zone } = (await deps.db.playbooks.current()).document
  return allow({ id: deps.newId(), figures: digest.value, today: dayOf(deps.now(), zone) })
}
