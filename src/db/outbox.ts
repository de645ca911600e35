import type { Held, Outbox } from '../flows/outbox.ts'
import { claim, nextDueAt } from './claim-notice.ts'
import { Prisma, type PrismaClient } from './generated/client.ts'

/** The lanes and notices, worked by any number of instances at once; the database decides who sends what. */
export function openOutbox(db: PrismaClient): Outbox {
  return {
    claim: (options) => claim(db, options),
    sent: (held, result) => sent(db, held, result),
    postpone: async (held, { error, dueAt }) => {
      await db.$transaction([
        db.$executeRaw`
          UPDATE "Notice" SET state = 'pending', "startedAt" = NULL, error = ${error}, "dueAt" = ${dueAt}
          WHERE ${isHeld(held)}`,
        free(db, held, dueAt),
      ])
    },
    doubt: async (held, { error, dueAt }) => {
      await db.$transaction([
        db.$executeRaw`UPDATE "Notice" SET error = ${error}, "dueAt" = ${dueAt} WHERE ${isHeld(held)}`,
        free(db, held, dueAt),
      ])
    },
    fail: async (held, result) => {
      const [failed] = await db.$transaction([fail(db, held, result), free(db, held, result.at)])
      return failed[0]?.cause ?? null
    },
    leaveOut: async (held, { because, at }) => {
      await db.$transaction([
        db.$executeRaw`UPDATE "Notice" SET state = 'dropped', settled = true, error = ${because} WHERE ${isHeld(held)}`,
        free(db, held, at),
      ])
    },
    nextDueAt: () => nextDueAt(db),
    counts: async () => ({
      waiting: await db.notice.count({ where: { settled: false } }),
      failed: await db.notice.count({ where: { failedAt: { not: null } } }),
    }),
  }
}

async function sent(
  db: PrismaClient,
  held: Held,
  {
    ts,
    channel = null,
    at,
    freeAt,
  }: { ts: string; channel?: string | null | undefined; at: Date; freeAt: Date },
): Promise<void> {
  const { id } = held
  await db.$transaction([
    db.$executeRaw`
      UPDATE "Notice" SET state = 'sent', settled = true, "sentAt" = ${at}, ts = ${ts}, channel = ${channel},
        error = NULL, "failedAt" = NULL
      WHERE id = ${id}`,
    db.$executeRaw`
      UPDATE "Handoff" h SET "cardTs" = ${ts} FROM "Notice" n
      WHERE n.id = ${id} AND n.kind = 'card' AND h.id = n."handoffId"`,
    free(db, held, freeAt),
  ])
}

/** What hangs below a card or a digest that failed or was dropped goes the same way, for the same reason. */
function fail(
  db: PrismaClient,
  held: Held,
  { error, at, isDoubtful = false }: { error: string; at: Date; isDoubtful?: boolean },
) {
  return db.$queryRaw<{ cause: string | null }[]>`
    WITH above AS (
      SELECT a.state, a.error FROM "Notice" n JOIN "Notice" a ON a.id = n.content->>'below' WHERE n.id = ${held.id}
      UNION ALL
      SELECT a.state, a.error FROM "Notice" n CROSS JOIN LATERAL (
        SELECT state, error FROM "Notice" a WHERE a."handoffId" = n."handoffId" AND a.kind = 'card'
        ORDER BY a.position DESC LIMIT 1
      ) a WHERE n.id = ${held.id} AND n.kind <> 'card'
    ), fate AS (
      SELECT state, error FROM above WHERE state IN ('failed', 'dropped')
      UNION ALL SELECT 'failed', ${error} LIMIT 1
    )
    UPDATE "Notice" n SET settled = true, state = fate.state, error = fate.error,
      "failedAt" = CASE WHEN fate.state = 'failed' THEN ${at}::timestamptz END,
      "startedAt" = CASE WHEN ${isDoubtful} THEN n."startedAt" END
    FROM fate WHERE ${isHeld(held)}
    RETURNING CASE WHEN fate.state = 'failed' THEN fate.error END AS cause`
}

/** The attempt that was claimed last; one that lost its lease meanwhile has nothing more to say. */
const isHeld = ({ id, attempts }: Held) => Prisma.sql`id = ${id} AND attempts = ${attempts}`

/** Ends the lease of the notice's lane, unless a later attempt holds it; nothing more is sent there before `freeAt`. */
function free(db: PrismaClient, { id, attempts }: Held, freeAt: Date) {
  return db.$executeRaw`
    UPDATE "Lane" l SET "leasedBy" = NULL, "leasedUntil" = NULL, "freeAt" = ${freeAt}
    FROM "Notice" n WHERE n.id = ${id} AND n.attempts = ${attempts} AND l.name = n.lane`
}
