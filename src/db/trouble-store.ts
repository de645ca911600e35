import type { Told, Trouble } from '../domain/trouble.ts'
import type { Queued, Stuck, TroubleStore } from '../flows/trouble-store.ts'
import { Prisma } from './generated/client.ts'
import type { Handle } from './handle.ts'

/** What Slack refused for good. Its index holds next to nothing, however long the outbox grows. */
export function troubleStore({ db, batch }: Handle, now: () => Date): TroubleStore {
  return {
    all: async () => (await allTroubles(db)).map((row) => ({ ...row, since: new Date(row.since) })),
    told: async (userIds) =>
      (await whatWasTold(db, userIds)).map((row) => ({ ...row, at: new Date(row.at) })),
    tell: async (notices) => {
      if (notices.length > 0) await batch([], notices)
    },
    count: async (which) => {
      const [row] = await db.$queryRaw<{ count: number }[]>`
        WITH chosen AS (${chosen(which)}) SELECT count(*)::int AS count FROM "Notice" n WHERE ${isAffected(which)}`
      return row?.count ?? 0
    },
    sendAgain: (which) =>
      settleAnew(
        db,
        which,
        // One that may have arrived is looked for first.
        Prisma.sql`state = CASE WHEN n."startedAt" IS NULL THEN 'pending' ELSE 'sending' END, settled = false,
          error = NULL, "failedAt" = NULL, "dueAt" = ${now()}`,
      ),
    drop: (which, because) =>
      settleAnew(
        db,
        which,
        // A running attempt has lost its hold then, and can put nothing back.
        Prisma.sql`state = 'dropped', settled = true, attempts = n.attempts + (NOT n.settled)::int,
          error = concat_ws('; ', error, ${because}::text), "failedAt" = NULL`,
      ),
    doubtWaiting: () =>
      db.$executeRaw`
        UPDATE "Notice" SET state = 'sending', "startedAt" = coalesce("startedAt", "createdAt"), "dueAt" = ${now()}
        WHERE state = 'pending'`,
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

const isStuck = ({ waiting }: Stuck) =>
  waiting ? Prisma.sql`n.settled = false` : Prisma.sql`n."failedAt" IS NOT NULL`

function chosen(which: Stuck): Prisma.Sql {
  const { lane, cause } = which
  const inLane = lane === undefined ? Prisma.empty : Prisma.sql`AND n.lane = ${lane}`
  const forCause = cause === undefined ? Prisma.empty : Prisma.sql`AND n.error = ${cause}`
  return Prisma.sql`
    SELECT n.id, n.kind, n."handoffId" FROM "Notice" n WHERE ${isStuck(which)} ${inLane} ${forCause}`
}

/** What was chosen, and what shares its fate because it hangs below: a thread whose card was never posted. */
const isAffected = (which: Stuck) => Prisma.sql`
  ${isStuck(which)} AND (
    n.id IN (SELECT id FROM chosen) OR n.content->>'below' IN (SELECT id FROM chosen)
    OR n."handoffId" IN (SELECT "handoffId" FROM chosen WHERE kind = 'card')
  )`

function settleAnew(db: Prisma.TransactionClient, which: Stuck, change: Prisma.Sql) {
  return db.$executeRaw`WITH chosen AS (${chosen(which)}) UPDATE "Notice" n SET ${change} WHERE ${isAffected(which)}`
}

function queue(db: Prisma.TransactionClient) {
  return db.$queryRaw<Queued[]>`
    SELECT n.lane, CASE n.state WHEN 'sending' THEN 'doubtful' ELSE 'waiting' END AS state, n.error AS cause,
      count(*)::int AS count, min(n."createdAt") AS since
    FROM "Lane" l JOIN "Notice" n ON n.lane = l.name AND n.settled = false
    GROUP BY 1, 2, 3 ORDER BY since, n.lane`
}
