import type { EventLog, LoggedEvent } from '../../ports/event-log.ts'
import type { Prisma, PrismaClient } from '../generated/client.ts'
import { eventFromRow } from '../rows/event-row.ts'

/**
 * The events of all leads in one order: docs/adr/0012. Writers give no position. Whoever reads numbers first what was
 * committed since, so that a late commit gets a later number.
 */
export function eventLog(db: PrismaClient): EventLog {
  return {
    after: async (position, limit) => {
      const known = await read(db, position, limit)
      if (known.length === limit) return known
      return db.$transaction(async (tx) => {
        await number(tx, limit)
        const events = await read(tx, position, limit)
        if (events.length === 0) await refuseBeyond(tx, position)
        return events
      })
    },
  }
}

async function read(db: Prisma.TransactionClient, position: number, take: number): Promise<LoggedEvent[]> {
  const rows = await db.leadEvent.findMany({
    where: { position: { gt: position } },
    orderBy: { position: 'asc' },
    take,
  })
  return rows.map((row) => ({ position: Number(row.position), event: eventFromRow(row) }))
}

/**
 * Numbers the oldest events that have no number: so many, and what came before them in the same lead, as a clock that was
 * set back must not turn a lead's history round. One reader at a time, until it has committed: the numbers that anybody
 * sees have no gap.
 */
async function number(tx: Prisma.TransactionClient, limit: number): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('event log'))::text`
  await tx.$executeRaw`
    WITH oldest AS (
      SELECT "leadId", version FROM "LeadEvent" WHERE position IS NULL ORDER BY at, "leadId", version LIMIT ${limit}
    ), leads AS (
      SELECT "leadId", max(version) AS version FROM oldest GROUP BY "leadId"
    ), batch AS (
      SELECT e."leadId", e.version, max(e.at) OVER (PARTITION BY e."leadId" ORDER BY e.version) AS since
      FROM leads l JOIN "LeadEvent" e ON e."leadId" = l."leadId" AND e.version <= l.version
      WHERE e.position IS NULL
    ), numbered AS (
      SELECT "leadId", version, row_number() OVER (ORDER BY since, "leadId", version)
        + (SELECT coalesce(max(position), 0) FROM "LeadEvent") AS position
      FROM batch
    )
    UPDATE "LeadEvent" e SET position = n.position FROM numbered n
    WHERE e."leadId" = n."leadId" AND e.version = n.version`
}

/** Whoever asks for more than there is has read another database. */
async function refuseBeyond(tx: Prisma.TransactionClient, position: number): Promise<void> {
  const { _max: last } = await tx.leadEvent.aggregate({ _max: { position: true } })
  const end = Number(last.position ?? 0)
  if (position > end)
    throw new Error(
      `the log of events ends at ${end}, before ${position}: the database was restored from an older backup`,
    )
}
