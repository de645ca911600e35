import { cardChanged } from '../handoff/card-notices.ts'
import type { ByOperator } from '../access/operator.ts'

/**
 * Prepares a database that was restored from a backup. What waited in it may have been posted since, so it is looked for
 * before it is sent. The cards of open leads are drawn anew: what was decided after the backup can be decided again.
 */
export async function afterRestore({ db, newId }: ByOperator): Promise<{ waiting: number; open: number }> {
  const waiting = await db.troubles.doubtWaiting()
  const open = await db.leads.open(everything)
  await db.troubles.tell(open.flatMap((round) => cardChanged(round, null, newId)))
  return { waiting, open: open.length }
}

const everything = 1_000_000
