import { putBack } from './chosen-notices.ts'
import { cardsOf, latestCardOf } from './card-of.ts'
import type { Prisma } from '../generated/client.ts'

/**
 * The card of a handoff is gone, and goes out anew. It keeps its place in the lane, before all that hangs below it. It
 * also keeps its id: a restored backup may not know that it was posted anew already, and finds it by that id. What was
 * refused below the old card is dropped, as the new one shows it. Gives back whether the card may stand somewhere
 * already, so that it is looked for first.
 */
export async function putCardBack(
  tx: Prisma.TransactionClient,
  handoffId: string,
  now: Date,
): Promise<boolean> {
  await tx.$executeRaw`UPDATE "Handoff" SET "cardTs" = NULL WHERE id = ${handoffId}`
  await tx.$executeRaw`
    UPDATE "Notice" SET state = 'dropped', error = concat_ws('; ', error, 'the card is posted anew'), "failedAt" = NULL
    WHERE below IN ${cardsOf(handoffId)} AND "failedAt" IS NOT NULL`
  const [card] = await tx.$queryRaw<{ state: string }[]>`
    UPDATE "Notice" n SET ${putBack(now)} WHERE n.id = ${latestCardOf(handoffId)} RETURNING n.state`
  return card?.state === 'sending'
}
