import type { Courier } from '../../domain/notice/courier.ts'
import type { NoticeContent } from '../../domain/notice/notice.ts'
import { longestPauseMs, type ClaimedNotice } from '../../ports/outbox.ts'
import { Prisma, type PrismaClient } from '../generated/client.ts'
import { cardJoins } from './notice-facts.ts'

interface Row {
  id: string
  lane: string
  about: string | null
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
 * One statement: it takes a free lane of this courier whose oldest unsettled notice is due, leases it and marks the notice
 * as being sent. Only the oldest of a lane may go, which keeps the order. A lane stays free where that notice was settled
 * in this moment. A notice that was `sending` already has lost its courier.
 */
export async function claim(
  db: PrismaClient,
  { courier, now, owner, leaseMs }: { courier: Courier; now: Date; owner: string; leaseMs: number },
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
      WHERE l.courier = ${courier} AND ${isPast('l."freeAt"', now)} AND ${isPast('head."dueAt"', now)}
        AND (l."leasedUntil" IS NULL OR ${isPast('l."leasedUntil"', now)})
      ORDER BY head.position LIMIT 1
      FOR UPDATE OF l SKIP LOCKED
    ), marked AS (
      UPDATE "Notice" n SET state = 'sending', attempts = n.attempts + 1,
        "startedAt" = CASE WHEN picked.was = 'sending' THEN n."startedAt" ELSE ${now} END
      FROM picked WHERE n.id = picked.id AND n.settled = false
      RETURNING n.*, picked.was
    ), leased AS (
      UPDATE "Lane" l SET "leasedBy" = ${owner}, "leasedUntil" = ${until} FROM marked WHERE l.name = marked.lane
    )
    SELECT n.id, n.lane, n.about, n.content, n.attempts, n.was, n."startedAt", h.channel, h."cardTs",
      coalesce(above.channel, above.lane) AS "aboveLane", above.ts AS "aboveTs"
    FROM marked n ${cardJoins} LEFT JOIN "Notice" above ON above.id = n.below`
  return row ? fromRow(row) : null
}

/** Twice the longest pause: instances may disagree a little about the time. */
function isPast(column: 'l."freeAt"' | 'l."leasedUntil"' | 'head."dueAt"', now: Date) {
  const neverMeant = new Date(now.getTime() + 2 * longestPauseMs)
  return Prisma.sql`(${Prisma.raw(column)} <= ${now} OR ${Prisma.raw(column)} > ${neverMeant})`
}

function fromRow({ id, lane, about, content, attempts, was, startedAt, ...row }: Row): ClaimedNotice {
  const doubtfulSince = was === 'sending' ? new Date(startedAt) : null
  const { channel, cardTs, aboveLane, aboveTs } = row
  const card = channel !== null && cardTs !== null ? { channel, ts: cardTs } : null
  const below = aboveLane !== null && aboveTs !== null ? { channel: aboveLane, ts: aboveTs } : null
  return { id, lane, about, content, attempts, doubtfulSince, card, below }
}

/** When a notice of this courier can be claimed next. */
export async function nextDueAt(db: PrismaClient, courier: Courier): Promise<Date | null> {
  const [row] = await db.$queryRaw<{ at: Date | null }[]>`
    SELECT min(greatest(head."dueAt", l."freeAt", coalesce(l."leasedUntil", l."freeAt"))) AS at
    FROM "Lane" l
    CROSS JOIN LATERAL (
      SELECT n."dueAt" FROM "Notice" n WHERE n.lane = l.name AND n.settled = false ORDER BY n.position LIMIT 1
    ) head
    WHERE l.courier = ${courier}`
  return row?.at ? new Date(row.at) : null
}
