import type { Which } from '../../ports/trouble-store.ts'
import type { ByOperator } from '../access/operator.ts'

/** What Slack refused goes out again, in its order, or is only counted. How many they are. */
export function putBack(
  { db }: ByOperator,
  which: Which,
  { isTrial }: { isTrial: boolean },
): Promise<number> {
  return isTrial ? db.troubles.count(which) : db.troubles.sendAgain(which)
}
