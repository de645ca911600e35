import type { Held, Outbox } from '../../ports/outbox.ts'
import { claim, nextDueAt } from './claim-notice.ts'
import type { Prisma, PrismaClient } from '../generated/client.ts'
import { isHeld } from './held.ts'
import { refuse } from './refuse-notice.ts'

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
    fail: (held, result) =>
      db.$transaction(async (tx) => {
        const fate = await refuse(tx, held, result)
        await free(tx, held, result.freeAt ?? result.at)
        return fate
      }),
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
    // Before the notice, in the order in which a decision locks them; and not when the lead was moved elsewhere meanwhile.
    db.$executeRaw`
      UPDATE "Handoff" h SET "cardTs" = ${ts} FROM "Notice" n
      WHERE n.id = ${id} AND n.kind = 'card' AND h.id = n."handoffId" AND h.channel = n.lane`,
    db.$executeRaw`
      UPDATE "Notice" SET state = 'sent', settled = true, "sentAt" = ${at}, ts = ${ts}, channel = ${channel},
        "startedAt" = NULL, error = NULL, "failedAt" = NULL
      WHERE id = ${id}`,
    free(db, held, freeAt),
  ])
}

/** Ends the lease of the notice's lane, unless a later attempt holds it; nothing more is sent there before `freeAt`. */
function free(db: Prisma.TransactionClient, { id, attempts }: Held, freeAt: Date) {
  return db.$executeRaw`
    UPDATE "Lane" l SET "leasedBy" = NULL, "leasedUntil" = NULL, "freeAt" = ${freeAt}
    FROM "Notice" n WHERE n.id = ${id} AND n.attempts = ${attempts} AND l.name = n.lane`
}
