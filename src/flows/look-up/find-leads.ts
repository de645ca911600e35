import type { Lead } from '../../domain/lead/lead.ts'
import type { Outcome } from '../../domain/handoff/refusal.ts'
import { ifAllowed } from '../access/if-allowed.ts'
import { plainTerm } from './plain-term.ts'
import type { Deps } from '../../ports/deps.ts'

const shown = 10
/** Signs that one keyboard makes straight and another one curly: a name is found by what stands between them. */
const quotes = /["'“”„‟«»‘’‚‛‹›]/gu

/** Leads that somebody of either team looks for by words of name, company, e-mail, title or the sender's own id. */
export function findLeads(
  deps: Deps,
  { text, userId }: { text: string; userId: string },
): Promise<Outcome<Lead[]>> {
  const words = plainTerm(text).replaceAll(quotes, ' ').trim()
  return ifAllowed(deps, { userId, right: 'find-leads' }, async () =>
    words === '' ? [] : deps.db.leads.search(words, shown),
  )
}
