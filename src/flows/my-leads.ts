import type { Lead } from '../domain/lead.ts'
import { roleNames } from '../domain/person.ts'
import { barrierFor } from './barrier.ts'
import type { Deps } from './ports.ts'

const shown = 20

/** What waits for a decision, and what this person has accepted. Who may not act in the team sees nothing. */
export async function myLeads(
  deps: Deps,
  { userId }: { userId: string },
): Promise<{ open: Lead[]; accepted: Lead[] }> {
  if (await barrierFor(deps, userId, [...roleNames])) return { open: [], accepted: [] }
  const [open, accepted] = await Promise.all([
    deps.db.leads.open(shown),
    deps.db.leads.acceptedBy(userId, shown),
  ])
  return { open, accepted }
}
