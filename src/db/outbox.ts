import type { NoticeContent } from '../domain/notice.ts'
import type { ClaimedNotice, Held, Outbox } from '../flows/outbox.ts'
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
      SELECT a.state, a.error FROM "Notice" n JOIN "Notice" a ON a."handoffId" = n."handoffId"
      WHERE n.id = ${held.id} AND a.kind = 'card' AND a.id <> n.id
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

interface Row {
  id: string
  lane: string
  content: NoticeContent
  attempts: number
  was: string
  startedAt: Date
  channel: string | null
  cardTs: string | null
  aboveLane: string | null
  aboveTs: string | null
}

/**
 * One statement: takes a free lane whose oldest unsettled notice is due, leases it and marks the notice as being sent.
 * Only the head of a lane may go, which keeps the order. A notice that was `sending` already lost its sender.
 */
async function claim(
  db: PrismaClient,
  { now, owner, leaseMs }: { now: Date; owner: string; leaseMs: number },
): Promise<ClaimedNotice | null> {
  const until = new Date(now.getTime() + leaseMs)
  const [row] = await db.$queryRaw<Row[]>`
    WITH picked AS (
      SELECT l.name, head.id, head.state AS was
      FROM "Lane" l
      CROSS JOIN LATERAL (
        SELECT n.id, n.state, n."dueAt", n.position FROM "Notice" n
        WHERE n.lane = l.name AND n.settled = false ORDER BY n.position LIMIT 1
      ) head
      WHERE l."freeAt" <= ${now} AND (l."leasedUntil" IS NULL OR l."leasedUntil" <= ${now}) AND head."dueAt" <= ${now}
      ORDER BY head.position LIMIT 1
      FOR UPDATE OF l SKIP LOCKED
    ), leased AS (
      UPDATE "Lane" l SET "leasedBy" = ${owner}, "leasedUntil" = ${until} FROM picked WHERE l.name = picked.name
    ), marked AS (
      UPDATE "Notice" n SET state = 'sending', attempts = n.attempts + 1,
        "startedAt" = CASE WHEN picked.was = 'sending' THEN n."startedAt" ELSE ${now} END
      FROM picked WHERE n.id = picked.id AND n.settled = false
      RETURNING n.id, n.lane, n.content, n.attempts, picked.was, n."startedAt", n."handoffId"
    )
    SELECT marked.id, marked.lane, marked.content, marked.attempts, marked.was, marked."startedAt", h.channel, h."cardTs",
      coalesce(above.channel, above.lane) AS "aboveLane", above.ts AS "aboveTs"
    FROM marked LEFT JOIN "Handoff" h ON h.id = marked."handoffId"
      LEFT JOIN "Notice" above ON above.id = marked.content->>'below'`
  return row ? fromRow(row) : null
}

function fromRow({ id, lane, content, attempts, was, startedAt, ...row }: Row): ClaimedNotice {
  const doubtfulSince = was === 'sending' ? new Date(startedAt) : null
  const { channel, cardTs, aboveLane, aboveTs } = row
  const card = channel !== null && cardTs !== null ? { channel, ts: cardTs } : null
  const below = aboveLane !== null && aboveTs !== null ? { channel: aboveLane, ts: aboveTs } : null
  return { id, lane, content, attempts, doubtfulSince, card, below }
}

async function nextDueAt(db: PrismaClient): Promise<Date | null> {
  const [row] = await db.$queryRaw<{ at: Date | null }[]>`
    SELECT min(greatest(head."dueAt", l."freeAt", coalesce(l."leasedUntil", l."freeAt"))) AS at
    FROM "Lane" l
    CROSS JOIN LATERAL (
      SELECT n."dueAt" FROM "Notice" n WHERE n.lane = l.name AND n.settled = false ORDER BY n.position LIMIT 1
    ) head`
  return row?.at ? new Date(row.at) : null
}
