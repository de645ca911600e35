import type { Persona } from '../../domain/glossary/persona.ts'
import type { LedgerEntry } from '../../domain/ledger/entry.ts'
import type { Outcome } from '../../domain/handoff/refusal.ts'
import type { Deps } from '../../ports/deps.ts'
import { ifAllowed } from '../access/if-allowed.ts'

const shown = 20

/** What marketing changed last, and the personas whose names it says. */
export const readLedger = (
  deps: Deps,
  { userId }: { userId: string },
): Promise<Outcome<{ entries: LedgerEntry[]; personas: Persona[] }>> =>
  ifAllowed(deps, { userId, right: 'read-digest' }, async () => {
    const [entries, personas] = await Promise.all([deps.db.ledger.latest(shown), deps.db.personas.all()])
    return { entries, personas }
  })
