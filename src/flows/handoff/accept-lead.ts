import type { Lead } from '../../domain/lead/lead.ts'
import { allow, type Outcome } from '../../domain/handoff/refusal.ts'
import { cardChanged } from './card-notices.ts'
import { changeHandoff, type Click } from './change-handoff.ts'
import type { Deps } from '../../ports/deps.ts'
import { workingTimeOf } from './working-time-of.ts'

/** An SDR takes the lead. The first click wins; everybody after it is told who was first. */
export function acceptLead(deps: Deps, click: Click): Promise<Outcome<Lead>> {
  return changeHandoff(deps, {
    ...click,
    right: 'accept',
    command: async (lead) => allow({ type: 'accept', ...(await workingTimeOf(deps, lead)) }),
    notices: (after) => cardChanged(after, { type: 'accepted', by: click.userId }, deps.newId),
  })
}
