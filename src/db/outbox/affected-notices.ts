import type { Affected, Stuck } from '../../ports/trouble-store.ts'
import { isAffected, withChosen } from './chosen-notices.ts'
import type { Prisma } from '../generated/client.ts'
import { factColumns, factJoins } from './notice-facts.ts'

/** What was chosen with what hangs below it. Their handoffs are locked before they are looked at. */
export async function affectedBy(db: Prisma.TransactionClient, which: Stuck): Promise<Affected[]> {
  await db.$queryRaw`
    ${withChosen(which)} SELECT h.id FROM "Handoff" h
    WHERE h.id IN (SELECT n."handoffId" FROM "Notice" n WHERE ${isAffected(which)}) ORDER BY h.id FOR UPDATE`
  return db.$queryRaw<Affected[]>`
    ${withChosen(which)} SELECT n.id, n."handoffId", NOT n.settled AS "isWaiting", ${factColumns}
    FROM "Notice" n ${factJoins} WHERE ${isAffected(which)} ORDER BY n.position`
}
