import type { Notice } from '../domain/notice.ts'
import { json } from './mapping.ts'
import { Prisma } from './generated/client.ts'

/**
 * The statements that put notices into the outbox, in the order given. An update of a card that still waits serves
 * for the new one too: it is drawn from the state when it is delivered.
 */
export function insertNotices(
  db: Prisma.TransactionClient,
  notices: Notice[],
  now: Date,
): Prisma.PrismaPromise<unknown>[] {
  return notices.flatMap((notice) => [
    db.$executeRaw`INSERT INTO "Lane" (name, "freeAt") VALUES (${notice.lane}, ${now}) ON CONFLICT (name) DO NOTHING`,
    insertNotice(db, notice, now),
  ])
}

function insertNotice(db: Prisma.TransactionClient, { id, lane, content }: Notice, now: Date) {
  const handoffId = 'handoffId' in content ? content.handoffId : null
  const coalesce = content.kind === 'card-update' ? `card-update:${content.handoffId}` : null
  return db.$executeRaw`
    INSERT INTO "Notice" (id, lane, kind, content, "handoffId", coalesce, "dueAt", "createdAt")
    SELECT ${id}, ${lane}, ${content.kind}, ${JSON.stringify(json(content))}::jsonb, ${handoffId}, ${coalesce}, ${now}, ${now}
    WHERE NOT EXISTS (
      SELECT 1 FROM "Notice" WHERE "handoffId" = ${handoffId} AND coalesce = ${coalesce} AND state = 'pending'
    )`
}
