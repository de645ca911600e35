import type { Courier } from '../../domain/notice/courier.ts'
import type { Attempt, Outbox } from '../../ports/outbox.ts'
import { claim, nextDueAt } from './claim-notice.ts'
import type { Prisma, PrismaClient } from '../generated/client.ts'
import { isLatest } from './latest-attempt.ts'
import { refuse } from './refuse-notice.ts'
import { oneWith } from './with-trait.ts'

/**
 * The lanes of one courier, and their notices. Any number of instances work them at once; the database decides who sends
 * what.
 */
export function openOutbox(db: PrismaClient, courier: Courier): Outbox {
  return {
    claim: (options) => claim(db, { courier, ...options }),
    sent: (attempt, result) => sent(db, attempt, result),
    postpone: async (attempt, { error, dueAt }) => {
      await db.$transaction([
        db.$executeRaw`
          UPDATE "Notice" SET state = 'pending', "startedAt" = NULL, error = ${error}, "dueAt" = ${dueAt}
          WHERE ${isLatest(attempt)}`,
        free(db, attempt, dueAt),
      ])
    },
    doubt: async (attempt, { error, dueAt }) => {
      await db.$transaction([
        db.$executeRaw`UPDATE "Notice" SET error = ${error}, "dueAt" = ${dueAt} WHERE ${isLatest(attempt)}`,
        free(db, attempt, dueAt),
      ])
    },
    fail: (attempt, result) =>
      db.$transaction(async (tx) => {
        const fate = await refuse(tx, attempt, result)
        await free(tx, attempt, result.freeAt ?? result.at)
        return fate
      }),
    leaveOut: async (attempt, { because, at }) => {
      await db.$transaction([
        db.$executeRaw`UPDATE "Notice" SET state = 'dropped', settled = true, error = ${because} WHERE ${isLatest(attempt)}`,
        free(db, attempt, at),
      ])
    },
    nextDueAt: () => nextDueAt(db, courier),
    counts: () => counts(db, courier),
  }
}

async function sent(
  db: PrismaClient,
  attempt: Attempt,
  {
    ts,
    channel = null,
    at,
    freeAt,
  }: { ts: string; channel?: string | null | undefined; at: Date; freeAt: Date },
): Promise<void> {
  const { id } = attempt
  await db.$transaction([
    // Before the notice, in the order in which a decision locks them; and not when the lead was moved elsewhere meanwhile.
    db.$executeRaw`
      UPDATE "Handoff" h SET "cardTs" = ${ts} FROM "Notice" n
      WHERE n.id = ${id} AND n.kind = ${oneWith('isCard')} AND h.id = n.about AND h.channel = n.lane`,
    db.$executeRaw`
      UPDATE "Notice" SET state = 'sent', settled = true, "sentAt" = ${at}, ts = ${ts}, channel = ${channel},
        "startedAt" = NULL, error = NULL, "failedAt" = NULL
      WHERE id = ${id}`,
    free(db, attempt, freeAt),
  ])
}

/** Ends the lease of the notice's lane, unless a later attempt holds it; nothing more is sent there before `freeAt`. */
function free(db: Prisma.TransactionClient, { id, attempts }: Attempt, freeAt: Date) {
  return db.$executeRaw`
    UPDATE "Lane" l SET "leasedBy" = NULL, "leasedUntil" = NULL, "freeAt" = ${freeAt}
    FROM "Notice" n WHERE n.id = ${id} AND n.attempts = ${attempts} AND l.name = n.lane`
}

async function counts(db: PrismaClient, courier: Courier): Promise<{ waiting: number; failed: number }> {
  const [row] = await db.$queryRaw<{ waiting: number; failed: number }[]>`
    SELECT count(*) FILTER (WHERE n.settled = false)::int AS waiting,
      count(*) FILTER (WHERE n."failedAt" IS NOT NULL)::int AS failed
    FROM "Lane" l JOIN "Notice" n ON n.lane = l.name AND (n.settled = false OR n."failedAt" IS NOT NULL)
    WHERE l.courier = ${courier}`
  return row ?? { waiting: 0, failed: 0 }
}
