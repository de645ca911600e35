import type { Outcome } from '../../domain/handoff/refusal.ts'
import type { FollowingRound } from '../../domain/lead/lead.ts'
import type { Deps } from '../../ports/deps.ts'
import { ifAllowed } from '../access/if-allowed.ts'

/** Somebody who asks again, for whoever accepted that person before, if they may still see leads; `null` when it is gone. */
export const seeReturned = (
  deps: Deps,
  { userId, handoffId }: { userId: string; handoffId: string },
): Promise<Outcome<FollowingRound | null>> =>
  ifAllowed(deps, { userId, right: 'find-leads' }, () => deps.db.leads.findByHandoff(handoffId))
