import type { FollowingRound } from '../../domain/lead/lead.ts'
import { allow, type Outcome } from '../../domain/handoff/refusal.ts'
import { changeHandoff, type CardAction } from './change-handoff.ts'
import type { Deps } from '../../ports/deps.ts'

/** Shows e-mail and phone to one person, and remembers that this person saw them. Nothing changes on the card. */
export function showContact(deps: Deps, click: CardAction): Promise<Outcome<FollowingRound>> {
  return changeHandoff(deps, {
    ...click,
    right: 'show-contact',
    command: async () => allow({ type: 'show-contact' }),
    notices: () => [],
  })
}
