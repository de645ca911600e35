import { cardChanged } from '../handoff/card-notices.ts'
import type { Deps } from '../../ports/deps.ts'

/**
 * Prepares a database that was restored from a backup. What waited then may have been posted since, so it is looked for
 * before it is sent; and the cards of open leads are drawn anew, so that what was decided since can be decided again.
 */
export async function afterRestore({ db, newId }: Deps): Promise<{ waiting: number; open: number }> {
  const waiting = await db.troubles.doubtWaiting()
  const open = await db.leads.open(everything)
  await db.troubles.tell(open.flatMap((lead) => cardChanged(lead, null, newId)))
  return { waiting, open: open.length }
}

const everything = 1_000_000
