import { allow, type Outcome } from '../../domain/handoff/refusal.ts'
import type { FollowingRound } from '../../domain/lead/lead.ts'
import type { Deps } from '../../ports/deps.ts'
import { cardChanged } from './card-notices.ts'
import { changeHandoff, type CardAction } from './change-handoff.ts'
import { workingTimeOf } from './working-time-of.ts'

/** An SDR takes the lead. The first click wins; everybody after it is told who was first. */
export function acceptLead(deps: Deps, click: CardAction): Promise<Outcome<FollowingRound>> {
  return changeHandoff(deps, {
    ...click,
    right: 'accept',
    command: async ({ handoff }) =>
      allow({ type: 'accept', workingMinutes: await workingTimeOf(deps, handoff) }),
    notices: (after) => cardChanged(after, { type: 'accepted', by: click.userId }, deps.newId),
  })
}
