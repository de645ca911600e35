import type { DigestFigures } from '../../domain/digest/figures.ts'
import type { CohortFilter } from '../../domain/digest/cohort.ts'
import { lineOf, type LedgerEntry, type Target } from '../../domain/ledger/entry.ts'
import { measure, windowsOf } from '../../domain/ledger/measure.ts'
import type { Deps } from '../../ports/deps.ts'

/** What a digest tells of the ledger: changes it is the first to name, and those that four weeks have passed since. */
export async function ledgerFor(deps: Deps): Promise<DigestFigures['ledger']> {
  const made = await deps.db.ledger.unreported()
  // Four weeks before now are over for whatever was in force by then.
  const { from: fourWeeksAgo } = windowsOf({ since: deps.now() })
  const due = await deps.db.ledger.unmeasured(fourWeeksAgo)
  const measured: LedgerEntry[] = []
  for (const entry of due) measured.push(await measuredNow(deps, entry))
  return { made: made.map(lineOf), measured: measured.map(lineOf) }
}

async function measuredNow(deps: Deps, entry: LedgerEntry): Promise<LedgerEntry> {
  const { from, since, to } = windowsOf(entry)
  const { zone, workingHours: hours } = (await deps.db.playbooks.current()).document
  const question = { now: deps.now(), working: { hours, zone }, filter: filterOf(entry.target) }
  const before = await deps.db.digests.count({ ...question, from, to: since })
  const after = await deps.db.digests.count({ ...question, from: since, to })
  return { ...entry, measured: measure(entry.target, { before, after }) }
}

/** A reason is looked for among all leads. */
function filterOf({ by, key }: Target): CohortFilter {
  return by === 'all' || by === 'reason' ? {} : { [by]: key }
}
