import type { LeadRound } from '../../domain/lead/lead.ts'
import type { Outcome } from '../../domain/handoff/refusal.ts'
import { ifAllowed } from '../access/if-allowed.ts'
import type { Deps } from '../../ports/deps.ts'

const shown = 20

export interface MyLeads {
  open: LeadRound[]
  accepted: LeadRound[]
}

/** What waits for a decision, and what this person has accepted. */
export function myLeads(deps: Deps, { userId }: { userId: string }): Promise<Outcome<MyLeads>> {
  return ifAllowed(deps, { userId, right: 'find-leads' }, async () => {
    const [open, accepted] = await Promise.all([
      deps.db.leads.open(shown),
      deps.db.leads.acceptedBy(userId, shown),
    ])
    return { open, accepted }
  })
}
