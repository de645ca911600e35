import type { Cause } from '../../domain/notice/trouble.ts'
import { allow, refuse, type Outcome } from '../../domain/handoff/refusal.ts'
import { barrierFor } from '../access/barrier.ts'
import type { Deps } from '../../ports/deps.ts'
import { reportTroubles } from './report-troubles.ts'

/** Somebody of operations has repaired a cause: what it stopped goes out again, in its order. How many they are. */
export async function sendAgain(
  deps: Deps,
  { userId, ...about }: Cause & { userId: string },
): Promise<Outcome<number>> {
  const barrier = await barrierFor(deps, userId, 'send-again')
  if (barrier) return refuse(barrier)
  const count = await deps.db.troubles.sendAgain(about)
  await reportTroubles(deps)
  return allow(count)
}
