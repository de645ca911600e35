import type { Right } from '../../domain/people/permissions.ts'
import { allow, refuse, type Outcome } from '../../domain/handoff/refusal.ts'
import type { Deps } from '../../ports/deps.ts'
import { barrierFor } from './barrier.ts'

/** Does it for somebody who has the right; for anybody else nothing is read. */
export async function ifAllowed<T>(
  deps: Deps,
  { userId, right }: { userId: string; right: Right },
  work: () => Promise<T>,
): Promise<Outcome<T>> {
  const barrier = await barrierFor(deps, userId, right)
  return barrier ? refuse(barrier) : allow(await work())
}
