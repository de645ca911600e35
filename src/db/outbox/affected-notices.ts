import type { Affected, Stuck } from '../../ports/trouble-store.ts'
import { isAffected, withChosen } from './chosen-notices.ts'
import type { Prisma } from '../generated/client.ts'
import { cardJoins, factColumns, factJoins } from './notice-facts.ts'

/** What was chosen with what hangs below it. The handoffs of their cards are locked before they are looked at. */
export async function affectedBy(db: Prisma.TransactionClient, which: Stuck): Promise<Affected[]> {
  await db.$queryRaw`
    ${withChosen(which)} SELECT id FROM "Handoff"
    WHERE id IN (SELECT h.id FROM "Notice" n ${cardJoins} WHERE ${isAffected(which)}) ORDER BY id FOR UPDATE`
  return db.$queryRaw<Affected[]>`
    ${withChosen(which)} SELECT n.id, h.id AS "handoffId", NOT n.settled AS "isWaiting", ${factColumns}
    FROM "Notice" n ${factJoins} WHERE ${isAffected(which)} ORDER BY n.position`
}
