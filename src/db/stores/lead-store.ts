import type { FollowingRound, Lead, LeadRound } from '../../domain/lead/lead.ts'
import { handoffOf } from '../../domain/lead/lead.ts'
import { ownerBefore } from '../../domain/handoff/owner-before.ts'
import type { LeadStore } from '../../ports/lead-store.ts'
import type { Prisma } from '../generated/client.ts'
import { asConflict } from './conflict.ts'
import { eventFromRow } from '../rows/event-row.ts'
import type { Handle } from './handle.ts'
import { inRound, leadFromRow, withRounds } from '../rows/lead-row.ts'
import { ofCohort } from './leads-of-cohort.ts'
import { writeTransition } from './write-transition.ts'

/** Leads with their rounds, and their histories. */
export function leadStore(handle: Handle): LeadStore {
  const { db } = handle
  return {
    find: (id) => one(db, { id }),
    findByHandoff: (id) => findByHandoff(db, id),
    findByExternalId: (source, externalId) => one(db, { source, externalId }),
    handedOffByEmail: (email, { isTest }) => handedOffByEmail(db, { email: email.toLowerCase(), isTest }),
    search: (text, limit) => search(db, text, limit),
    acceptedBy: (decidedBy, limit) => {
      const where = { decidedBy, status: 'accepted' }
      return rounds(db, { where, orderBy: { decidedAt: 'desc' }, take: limit })
    },
    open: (limit) => rounds(db, { where: { status: 'open' }, orderBy: { dueAt: 'asc' }, take: limit }),
    ofCohort: (part, limit) => ofCohort(db, part, limit),
    history: async (leadId) =>
      (await db.leadEvent.findMany({ where: { leadId }, orderBy: { version: 'asc' } })).map(eventFromRow),
    cardOf: async (id) => {
      const handoff = await db.handoff.findUnique({ where: { id }, select: { channel: true, cardTs: true } })
      return handoff?.cardTs ? { channel: handoff.channel, ts: handoff.cardTs } : null
    },
    save: async (transition, notices) => {
      if (transition.events.length === 0) return
      await handle.batch(writeTransition(db, transition), notices).catch(asConflict)
    },
  }
}

type Db = Prisma.TransactionClient

async function one(db: Db, where: Prisma.LeadWhereInput): Promise<Lead | null> {
  const row = await db.lead.findFirst({ where, include: withRounds })
  return row && leadFromRow(row)
}

async function findByHandoff(db: Db, id: string): Promise<FollowingRound | null> {
  const lead = await one(db, { handoffs: { some: { id } } })
  const handoff = lead && handoffOf(lead, id)
  if (!lead || !handoff) return null
  const { follows } = handoff
  if (follows === null) return { lead, handoff, last: null, owner: null }
  const before = handoffOf(lead, follows) ? lead : await one(db, { handoffs: { some: { id: follows } } })
  const own = lead.handoffs.filter(({ round }) => round < handoff.round)
  const others = before?.id === lead.id ? [] : (before?.handoffs ?? [])
  const earlier = [...own, ...others.filter(({ handedOffAt }) => handedOffAt <= handoff.handedOffAt)]
  return {
    ...{ lead, handoff, last: before && handoffOf(before, follows) },
    owner: ownerBefore(earlier),
  }
}

const mostNamesakes = 20

async function handedOffByEmail(db: Db, which: { email: string; isTest: boolean }): Promise<Lead[]> {
  const rows = await db.lead.findMany({
    where: { ...which, status: { not: 'held' } },
    // By the id where a list touched several at the same moment: the same one is meant each time.
    orderBy: [{ openEmail: { sort: 'asc', nulls: 'last' } }, { updatedAt: 'desc' }, { id: 'desc' }],
    take: mostNamesakes,
    include: withRounds,
  })
  return rows.map(leadFromRow)
}

async function rounds(
  db: Db,
  which: Pick<Prisma.HandoffFindManyArgs, 'where' | 'orderBy' | 'take'>,
): Promise<LeadRound[]> {
  const rows = await db.handoff.findMany({ ...which, include: { lead: { include: withRounds } } })
  return rows.map(inRound)
}

async function search(db: Db, text: string, take: number): Promise<Lead[]> {
  const where = { AND: text.toLowerCase().split(/\s+/).filter(Boolean).map(contains) }
  const rows = await db.lead.findMany({ where, include: withRounds, take, orderBy: { updatedAt: 'desc' } })
  return rows.map(leadFromRow)
}

/** Prisma makes a pattern of it, in which these signs would stand for others. */
const literal = (word: string): string => word.replaceAll(/[\\%_]/g, '\\$&')

const contains = (word: string): Prisma.LeadWhereInput => ({ searchText: { contains: literal(word) } })
