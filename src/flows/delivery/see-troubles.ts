import type { Trouble } from '../../domain/notice/trouble.ts'
import type { Outcome } from '../../domain/handoff/refusal.ts'
import type { Deps } from '../../ports/deps.ts'
import { ifAllowed } from '../access/if-allowed.ts'

/** What Slack refused for good, for those who can send it again. */
export const seeTroubles = (deps: Deps, { userId }: { userId: string }): Promise<Outcome<Trouble[]>> =>
  ifAllowed(deps, { userId, right: 'send-again' }, () => deps.db.troubles.all())
