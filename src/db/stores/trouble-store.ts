import { setAside, type Told } from '../../domain/notice/trouble.ts'
import type { Fates, Queued, Stuck, TroubleStore } from '../../ports/trouble-store.ts'
import { affectedBy } from '../outbox/affected-notices.ts'
import { isAffected, putBack, withChosen } from '../outbox/chosen-notices.ts'
import { countTroubles } from '../outbox/count-troubles.ts'
import { Prisma } from '../generated/client.ts'
import type { Handle } from './handle.ts'
import { moveNotices } from '../outbox/move-notices.ts'
import { putCardBack } from '../outbox/put-card-back.ts'
import { oneWith } from '../outbox/with-trait.ts'

/** What was refused for good. Its index stays small, however long the outbox grows. */
export function troubleStore({ db, batch }: Handle, now: () => Date): TroubleStore {
  return {
    all: () => countTroubles(db),
    told: async (userIds) =>
      (await whatWasTold(db, userIds)).map((row) => ({ ...row, at: new Date(row.at) })),
    tell: async (notices) => {
      if (notices.length > 0) await batch([], notices)
    },
    count: (which) => countOf(db, which),
    sendAgain: (which) =>
      db.$executeRaw`${withChosen(which)} UPDATE "Notice" n SET ${putBack(now())} WHERE ${isAffected(which)}`,
    affected: (which) => affectedBy(db, which),
    settle: (fates, because) => settle(db, fates, { because, at: now() }),
    ...moveNotices(db, now),
    doubtWaiting: () => doubtWaiting(db, now()),
    queue: async () => (await queue(db)).map((row) => ({ ...row, since: new Date(row.since) })),
  }
}

/** The latest message about each cause to each person, with what the latest update below it says. */
function whatWasTold(db: Prisma.TransactionClient, userIds: string[]) {
  return db.$queryRaw<Told[]>`
    WITH first AS (
      SELECT DISTINCT ON (lane, content->'about') id, lane, content, "createdAt" FROM "Notice"
      WHERE lane = ANY(${userIds}) AND kind = ${oneWith('isReport')} AND below IS NULL AND state <> 'dropped'
      ORDER BY lane, content->'about', position DESC
    )
    SELECT first.id AS "noticeId", first.lane AS "userId", first."createdAt" AS at,
      first.content->'about'->>'lane' AS lane, first.content->'about'->>'cause' AS cause,
      (last.known->>'count')::int AS count, (last.known->>'tries')::int AS tries
    FROM first CROSS JOIN LATERAL (
      SELECT n.content->'known' AS known FROM "Notice" n
      WHERE n.lane = first.lane AND (n.id = first.id OR n.below = first.id)
      ORDER BY n.position DESC LIMIT 1
    ) last`
}

async function countOf(db: Prisma.TransactionClient, which: Stuck): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    ${withChosen(which)} SELECT count(*)::int AS count FROM "Notice" n WHERE ${isAffected(which)}`
  return row?.count ?? 0
}

/** Not sent, nor put back, since somebody looked at it. */
const isStill = Prisma.sql`(n.settled = false OR n."failedAt" IS NOT NULL)`

async function settle(
  db: Prisma.TransactionClient,
  { drop, setAside: aside, cardsAnew }: Fates,
  { because, at }: { because: string; at: Date },
): Promise<void> {
  // A running attempt is not the latest any more then, and can put nothing back.
  const ended = Prisma.sql`settled = true, attempts = n.attempts + (NOT n.settled)::int`
  await db.$executeRaw`
    UPDATE "Notice" n SET state = 'dropped', ${ended}, error = concat_ws('; ', error, ${because}::text), "failedAt" = NULL
    WHERE n.id = ANY(${drop}) AND ${isStill}`
  await db.$executeRaw`
    UPDATE "Notice" n SET state = 'failed', ${ended}, error = ${`${setAside}; ${because}`}, "failedAt" = ${at}
    WHERE n.id = ANY(${aside}) AND n.settled = false`
  for (const handoffId of cardsAnew) await putCardBack(db, handoffId, at)
}

/** Also the card of an undecided lead: it may have been deleted, and posted anew, after the backup was made. */
async function doubtWaiting(db: Prisma.TransactionClient, dueAt: Date): Promise<number> {
  await db.$executeRaw`
    UPDATE "Notice" n SET "startedAt" = coalesce("startedAt", "createdAt") WHERE "failedAt" IS NOT NULL
      OR (kind = ${oneWith('isCard')} AND EXISTS (SELECT 1 FROM "Handoff" h WHERE h.id = n.about AND h.status = 'open'))`
  return db.$executeRaw`
    UPDATE "Notice" SET state = 'sending', "startedAt" = coalesce("startedAt", "createdAt"), "dueAt" = ${dueAt}
    WHERE state = 'pending'`
}

function queue(db: Prisma.TransactionClient) {
  return db.$queryRaw<Queued[]>`
    SELECT n.lane, l.courier, CASE n.state WHEN 'sending' THEN 'doubtful' ELSE 'waiting' END AS state, n.error AS cause,
      count(*)::int AS count, min(n."createdAt") AS since
    FROM "Lane" l JOIN "Notice" n ON n.lane = l.name AND n.settled = false
    GROUP BY 1, 2, 3, 4 ORDER BY since, n.lane`
}
