import { setAside, type Told, type Trouble } from '../domain/trouble.ts'
import type { Queued, Stuck, TroubleStore } from '../flows/trouble-store.ts'
import { isAffected, isUndecidedCard, putBack, withChosen } from './chosen-notices.ts'
import { Prisma } from './generated/client.ts'
import type { Handle } from './handle.ts'
import { moveNotices } from './move-notices.ts'

/** What Slack refused for good. Its index holds next to nothing, however long the outbox grows. */
export function troubleStore({ db, batch }: Handle, now: () => Date): TroubleStore {
  return {
    all: async () => (await allTroubles(db)).map((row) => ({ ...row, since: new Date(row.since) })),
    told: async (userIds) =>
      (await whatWasTold(db, userIds)).map((row) => ({ ...row, at: new Date(row.at) })),
    tell: async (notices) => {
      if (notices.length > 0) await batch([], notices)
    },
    count: (which) => countOf(db, which, Prisma.sql`true`),
    countUndecided: (which) => countOf(db, which, isUndecidedCard),
    sendAgain: (which) => settleAnew(db, which, putBack(now())),
    drop: (which, because) =>
      settleAnew(
        db,
        which,
        // A running attempt has lost its hold then, and can put nothing back.
        Prisma.sql`state = CASE WHEN ${isUndecidedCard} THEN 'failed' ELSE 'dropped' END, settled = true,
          attempts = n.attempts + (NOT n.settled)::int,
          error = concat_ws('; ', CASE WHEN ${isUndecidedCard} THEN ${setAside}::text ELSE error END, ${because}::text),
          "failedAt" = CASE WHEN ${isUndecidedCard} THEN coalesce("failedAt", ${now()}) END`,
      ),
    ...moveNotices(db, now),
    doubtWaiting: async () => {
      await db.$executeRaw`
        UPDATE "Notice" SET "startedAt" = coalesce("startedAt", "createdAt") WHERE "failedAt" IS NOT NULL`
      return db.$executeRaw`
        UPDATE "Notice" SET state = 'sending', "startedAt" = coalesce("startedAt", "createdAt"), "dueAt" = ${now()}
        WHERE state = 'pending'`
    },
    queue: async () => (await queue(db)).map((row) => ({ ...row, since: new Date(row.since) })),
  }
}

function allTroubles(db: Prisma.TransactionClient) {
  return db.$queryRaw<Trouble[]>`
    SELECT lane, coalesce(error, '') AS cause, kind IN ('trouble', 'trouble-update') AS "isReport",
      count(*)::int AS count, (count(*) FILTER (WHERE kind = 'card'))::int AS leads,
      sum(attempts)::int AS tries, min("failedAt") AS since
    FROM "Notice" WHERE "failedAt" IS NOT NULL GROUP BY 1, 2, 3 ORDER BY since, lane, cause`
}

/** The latest message about each cause to each person, with what its latest update says. */
function whatWasTold(db: Prisma.TransactionClient, userIds: string[]) {
  return db.$queryRaw<Told[]>`
    WITH first AS (
      SELECT DISTINCT ON (lane, content->'about') id, lane, content, "createdAt" FROM "Notice"
      WHERE lane = ANY(${userIds}) AND kind = 'trouble' AND state <> 'dropped'
      ORDER BY lane, content->'about', position DESC
    )
    SELECT first.id AS "noticeId", first.lane AS "userId", first."createdAt" AS at,
      first.content->'about'->>'lane' AS lane, first.content->'about'->>'cause' AS cause,
      (last.known->>'count')::int AS count, (last.known->>'tries')::int AS tries
    FROM first CROSS JOIN LATERAL (
      SELECT n.content->'known' AS known FROM "Notice" n
      WHERE n.lane = first.lane AND (n.id = first.id OR n.content->>'below' = first.id)
      ORDER BY n.position DESC LIMIT 1
    ) last`
}

async function countOf(db: Prisma.TransactionClient, which: Stuck, those: Prisma.Sql): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    ${withChosen(which)} SELECT count(*)::int AS count FROM "Notice" n WHERE ${isAffected(which)} AND ${those}`
  return row?.count ?? 0
}

function settleAnew(db: Prisma.TransactionClient, which: Stuck, change: Prisma.Sql) {
  return db.$executeRaw`${withChosen(which)} UPDATE "Notice" n SET ${change} WHERE ${isAffected(which)}`
}

function queue(db: Prisma.TransactionClient) {
  return db.$queryRaw<Queued[]>`
    SELECT n.lane, CASE n.state WHEN 'sending' THEN 'doubtful' ELSE 'waiting' END AS state, n.error AS cause,
      count(*)::int AS count, min(n."createdAt") AS since
    FROM "Lane" l JOIN "Notice" n ON n.lane = l.name AND n.settled = false
    GROUP BY 1, 2, 3 ORDER BY since, n.lane`
}
