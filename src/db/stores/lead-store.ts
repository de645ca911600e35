import type { Lead } from '../../domain/lead/lead.ts'
import type { Transition } from '../../domain/handoff/lifecycle.ts'
import type { CohortPart, LeadStore } from '../../ports/lead-store.ts'
import { asConflict } from './conflict.ts'
import type { Prisma } from '../generated/client.ts'
import type { Handle } from './handle.ts'
import { eventFromRow, eventToRow, handoffToRow, leadFromRow, leadToRow } from './mapping.ts'

const include = { handoffs: { orderBy: { round: 'desc' }, take: 1 } } satisfies Prisma.LeadInclude

/** Leads with their current round, and their histories. */
export function leadStore(handle: Handle): LeadStore {
  const { db } = handle
  return {
    find: (id) => one(db, { id }),
    findByHandoff: (id) => one(db, { handoffs: { some: { id } } }),
    findByExternalId: (source, externalId) => one(db, { source, externalId }),
    findOpenByEmail: (email) => one(db, { openEmail: email.toLowerCase() }),
    search: (text, limit) => many(db, { AND: wordsOf(text).map(contains) }, limit),
    acceptedBy: (decidedBy, limit) =>
      many(db, { status: 'accepted', handoffs: { some: { decidedBy, status: 'accepted' } } }, limit),
    open: (limit) => openLeads(db, limit),
    ofCohort: (part, limit) => ofCohort(db, part, limit),
    history: async (leadId) =>
      (await db.leadEvent.findMany({ where: { leadId }, orderBy: { version: 'asc' } })).map(eventFromRow),
    cardOf: async (id) => {
      const handoff = await db.handoff.findUnique({ where: { id }, select: { channel: true, cardTs: true } })
      return handoff?.cardTs ? { channel: handoff.channel, ts: handoff.cardTs } : null
    },
    save: async (transition, notices) => {
      if (transition.events.length === 0) return
      await handle.batch(writeLead(db, transition), notices).catch(asConflict)
    },
  }
}

async function one(db: Prisma.TransactionClient, where: Prisma.LeadWhereInput): Promise<Lead | null> {
  const row = await db.lead.findFirst({ where, include })
  return row && leadFromRow(row)
}

async function many(
  db: Prisma.TransactionClient,
  where: Prisma.LeadWhereInput,
  take: number,
): Promise<Lead[]> {
  const rows = await db.lead.findMany({ where, include, take, orderBy: { updatedAt: 'desc' } })
  return rows.map(leadFromRow)
}

async function openLeads(db: Prisma.TransactionClient, take: number): Promise<Lead[]> {
  const rows = await db.handoff.findMany({
    where: { status: 'open' },
    orderBy: { dueAt: 'asc' },
    take,
    include: { lead: { include } },
  })
  return rows.map((row) => leadFromRow(row.lead))
}

async function ofCohort(db: Prisma.TransactionClient, part: CohortPart, take: number): Promise<Lead[]> {
  const { from, to, now, filter, statuses, dueOnly, reasons } = part
  const rows = await db.handoff.findMany({
    where: {
      ...{ ...filter, isTest: false, handedOffAt: { gte: from, lt: to }, status: { in: statuses } },
      ...(dueOnly && { NOT: { status: 'open', dueAt: { gt: now } } }),
      ...(reasons && { OR: reasonIs(reasons) }),
    },
    orderBy: [{ handedOffAt: 'desc' }, { id: 'asc' }],
    take,
    include: { lead: true },
  })
  return rows.map(({ lead, ...handoff }) => leadFromRow({ ...lead, handoffs: [handoff] }))
}

/** An accepted lead has no reason. */
function reasonIs(reasons: NonNullable<CohortPart['reasons']>): Prisma.HandoffWhereInput[] {
  if ('only' in reasons) return [{ reason: reasons.only }]
  return [{ reason: null }, { reason: { notIn: [...reasons.allBut] } }]
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean)
}

/** Prisma makes a pattern of it, in which these signs would stand for others. */
const literal = (word: string): string => word.replaceAll(/[\\%_]/g, '\\$&')

const contains = (word: string): Prisma.LeadWhereInput => ({ searchText: { contains: literal(word) } })

/**
 * The events come first: their key (lead, version) is the compare-and-set that lets one of many writers win.
 */
function writeLead(db: Prisma.TransactionClient, { before, after, events }: Transition) {
  const row = leadToRow(after)
  const history = db.leadEvent.createMany({ data: events.map(eventToRow) })
  const lead = before
    ? [history, db.lead.update({ where: { id: after.id }, data: row, select: { id: true } })]
    : [db.lead.create({ data: row, select: { id: true } }), history]
  const moved = events.some(({ type }) => type === 'handoff-moved') ? leaveChannel(db, after) : []
  return [...lead, ...writeHandoff(db, before, after), ...moved]
}

function writeHandoff(db: Prisma.TransactionClient, before: Lead | null, after: Lead) {
  if (!after.handoff || after.handoff === before?.handoff) return []
  const row = handoffToRow(after, after.handoff)
  const isNew = before?.handoff?.id !== after.handoff.id
  return [
    isNew
      ? db.handoff.create({ data: row, select: { id: true } })
      : db.handoff.update({ where: { id: row.id }, data: row, select: { id: true } }),
  ]
}

/** Its next card is a new one, and shows all that the last channel did not take. */
function leaveChannel(db: Prisma.TransactionClient, { handoff }: Lead) {
  if (!handoff) return []
  return [
    db.$executeRaw`UPDATE "Handoff" SET "cardTs" = NULL WHERE id = ${handoff.id}`,
    db.$executeRaw`
      UPDATE "Notice" n SET state = 'dropped', settled = true, attempts = n.attempts + (NOT n.settled)::int,
        error = concat_ws('; ', error, 'moved to ' || ${handoff.channel}::text), "failedAt" = NULL
      WHERE "handoffId" = ${handoff.id} AND ("failedAt" IS NOT NULL OR settled = false)`,
  ]
}
