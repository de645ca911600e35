import type { Notice } from '../../domain/notice/notice.ts'
import { json } from '../stores/mapping.ts'
import { Prisma } from '../generated/client.ts'

/**
 * The statements that put notices into the outbox, in the order given; the last ones of their transaction. Writers to a
 * lane wait for each other until the transaction ends: otherwise one that is overtaken would get its place in the lane
 * before, and be seen by the sender after, another one. Nothing else is locked from there on, so nobody waits in a circle.
 */
export function insertNotices(
  db: Prisma.TransactionClient,
  notices: Notice[],
  now: Date,
): Prisma.PrismaPromise<unknown>[] {
  const lanes = [...new Set(notices.map(({ lane }) => lane))].sort()
  return [
    ...lanes.map((lane) => takeLane(db, lane, now)),
    ...notices.map((notice) => insertNotice(db, notice, now)),
  ]
}

function takeLane(db: Prisma.TransactionClient, lane: string, now: Date) {
  return db.$executeRaw`
    INSERT INTO "Lane" (name, "freeAt") SELECT ${lane}, ${now} FROM pg_advisory_xact_lock(hashtext(${`lane ${lane}`}))
    ON CONFLICT (name) DO NOTHING`
}

/**
 * An update of a card that still waits serves for the new one too: it is drawn from the state when it is delivered. It is
 * locked, so that it is not drawn before this transaction's part of the state is there to be seen.
 */
function insertNotice(db: Prisma.TransactionClient, { id, lane, content }: Notice, now: Date) {
  const handoffId = 'handoffId' in content ? content.handoffId : null
  const coalesce = content.kind === 'card-update' ? `card-update:${content.handoffId}` : null
  return db.$executeRaw`
    WITH waiting AS (
      SELECT id FROM "Notice" WHERE "handoffId" = ${handoffId} AND coalesce = ${coalesce} AND state = 'pending' FOR UPDATE
    )
    INSERT INTO "Notice" (id, lane, kind, content, "handoffId", coalesce, "dueAt", "createdAt")
    SELECT ${id}, ${lane}, ${content.kind}, ${JSON.stringify(json(content))}::jsonb, ${handoffId}, ${coalesce}, ${now}, ${now}
    WHERE NOT EXISTS (SELECT 1 FROM waiting)`
}
