import { Prisma } from '../generated/client.ts'
import { cardsOf } from './card-of.ts'

/**
 * A handoff goes to another channel. Its next card is a new one, which shows all that the last channel did not take: what
 * still waits there, or was refused, of its card is dropped with all that hangs below it.
 */
export function leaveChannel(
  db: Prisma.TransactionClient,
  { id, channel }: { id: string; channel: string },
): Prisma.PrismaPromise<unknown>[] {
  return [
    db.$executeRaw`UPDATE "Handoff" SET "cardTs" = NULL WHERE id = ${id}`,
    db.$executeRaw`
      UPDATE "Notice" n SET state = 'dropped', settled = true, attempts = n.attempts + (NOT n.settled)::int,
        error = concat_ws('; ', error, 'moved to ' || ${channel}::text), "failedAt" = NULL
      WHERE (n.id IN ${cardsOf(id)} OR n.below IN ${cardsOf(id)}) AND (n."failedAt" IS NOT NULL OR n.settled = false)`,
  ]
}
