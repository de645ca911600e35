import type { FollowingRound } from '../../domain/lead/lead.ts'
import type { PraiseCode } from '../../domain/handoff/reasons.ts'
import { allow, type Outcome } from '../../domain/handoff/refusal.ts'
import { cardChanged } from './card-notices.ts'
import { changeHandoff, type CardAction } from './change-handoff.ts'
import type { Deps } from '../../ports/deps.ts'

/** Whoever accepted a lead says, with one tap, what made it good. A second tap replaces the first. */
export function praiseLead(deps: Deps, { praise, ...click }: CardAction & { praise: PraiseCode }) {
  return changeHandoff(deps, {
    ...click,
    right: 'praise',
    command: async () => allow({ type: 'praise', praise }),
    notices: (after) => cardChanged(after, { type: 'praised', by: click.userId, praise }, deps.newId),
  }) satisfies Promise<Outcome<FollowingRound>>
}
