import type { Lead } from '../domain/lead.ts'
import { allow, refuse, type Outcome } from '../domain/refusal.ts'
import { barrierFor } from './barrier.ts'
import { plainTerm } from './plain-term.ts'
import type { Deps } from './ports.ts'

const shown = 10

/** Leads that somebody of either team looks for by words of name, company, e-mail, title or the sender's own id. */
export async function findLeads(
  deps: Deps,
  { text, userId }: { text: string; userId: string },
): Promise<Outcome<Lead[]>> {
  const barrier = await barrierFor(deps, userId, 'find-leads')
  if (barrier) return refuse(barrier)
  const words = plainTerm(text)
  return allow(words === '' ? [] : await deps.db.leads.search(words, shown))
}
