import { putBack } from './chosen-notices.ts'
import { Prisma } from '../generated/client.ts'

/**
 * The card of a handoff is gone, and goes out anew. It keeps its place in the lane, before all that hangs below it, and
 * its id, by which it is found where a restored backup does not know that it was posted anew already. What was refused of
 * the old one the new one shows. Gives back whether it may stand somewhere already, so that it is looked for first.
 */
export async function putCardBack(
  tx: Prisma.TransactionClient,
  handoffId: string,
  now: Date,
): Promise<boolean> {
  await tx.$executeRaw`UPDATE "Handoff" SET "cardTs" = NULL WHERE id = ${handoffId}`
  await tx.$executeRaw`
    UPDATE "Notice" SET state = 'dropped', error = concat_ws('; ', error, 'the card is posted anew'), "failedAt" = NULL
    WHERE "handoffId" = ${handoffId} AND kind <> 'card' AND "failedAt" IS NOT NULL`
  const [card] = await tx.$queryRaw<{ state: string }[]>`
    UPDATE "Notice" n SET ${putBack(now)} WHERE n.id = (
      SELECT id FROM "Notice" WHERE "handoffId" = ${handoffId} AND kind = 'card' ORDER BY position DESC LIMIT 1
    ) RETURNING n.state`
  return card?.state === 'sending'
}
