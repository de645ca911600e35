import type { Lead } from '../../domain/lead/lead.ts'
import { allow, refuse, type Outcome } from '../../domain/handoff/refusal.ts'
import { barrierFor } from '../access/barrier.ts'
import type { Deps } from '../../ports/deps.ts'

const shown = 20

export interface MyLeads {
  open: Lead[]
  accepted: Lead[]
}

/** What waits for a decision, and what this person has accepted. */
export async function myLeads(deps: Deps, { userId }: { userId: string }): Promise<Outcome<MyLeads>> {
  const barrier = await barrierFor(deps, userId, 'find-leads')
  if (barrier) return refuse(barrier)
  const [open, accepted] = await Promise.all([
    deps.db.leads.open(shown),
    deps.db.leads.acceptedBy(userId, shown),
  ])
  return allow({ open, accepted })
}
