import { dayOf } from '../../domain/calendar/day.ts'
import type { DigestFigures } from '../../domain/digest/figures.ts'
import type { Persona } from '../../domain/glossary/persona.ts'
import { allow, type Outcome } from '../../domain/handoff/refusal.ts'
import { answerableDigest } from './answerable-digest.ts'
import type { Deps } from '../../ports/deps.ts'
import type { LedgerAnswer } from './record-change.ts'

interface LedgerForm {
  id: string
  figures: DigestFigures
  today: string
  /** Whose names the digest may say. */
  personas: Persona[]
}

/** What somebody needs in order to write into the ledger: an id for the line, the digest, and today's date. */
export async function openLedger(
  deps: Deps,
  { userId, week }: Omit<LedgerAnswer, 'id'>,
): Promise<Outcome<LedgerForm>> {
  const digest = await answerableDigest(deps, { userId, week })
  if (!digest.ok) return digest
  const { zone } = (await deps.db.playbooks.current()).document
  const personas = await deps.db.personas.all()
  return allow({ id: deps.newId(), figures: digest.value, today: dayOf(deps.now(), zone), personas })
}
