import { latestHandoff, type FollowingRound, type Lead } from '../../../src/domain/lead/lead.ts'
import type { Handoff } from '../../../src/domain/handoff/handoff.ts'
import type { Transition } from '../../../src/domain/handoff/transition.ts'
import type { Notice } from '../../../src/domain/notice/notice.ts'
import type { Attempt } from '../../../src/ports/outbox.ts'
import type { LeadStore } from '../../../src/ports/lead-store.ts'
import type { Stores } from '../../../src/ports/database.ts'
import type { Kept } from './world.ts'

/** What a careless change could do, planted between the flows and a real store. Each must be caught. */
export const controls: Record<string, (kept: Kept) => Kept> = {
  'accept over accept is allowed': reading(({ lead, ...round }) => ({ ...round, lead: reopened(lead) })),
  'a note in the thread is lost': saving((change) => ({
    ...change,
    notices: change.notices.filter(isNoAcceptance),
  })),
  'a note in the thread is doubled': saving(({ transition, notices }) => {
    const again = notices.map((notice) => ({ ...notice, id: `${notice.id}-again` }))
    return { transition, notices: [...notices, ...again] }
  }),
  'the history says something else': saving(({ transition, notices }) => ({
    transition: { ...transition, events: transition.events.map(asIfSpam) },
    notices,
  })),
  'a decision is not counted': storing('lead-rejected', (handoffs) => handoffs.map(asIf('rejected', 'open'))),
  'an expired round stays open in its row': storing('lead-expired', (handoffs) =>
    handoffs.map(asIf('expired', 'open')),
  ),
  'a round that changed is not written': saving(({ transition, notices }) => ({
    transition: asIfKnown(transition, (handoffs) => handoffs),
    notices,
  })),
  'only the latest round is written': saving(({ transition, notices }) => ({
    transition: asIfKnown(transition, (handoffs) => handoffs.slice(0, -1)),
    notices,
  })),
  'a click on an old card decides the new round': reading((round) => ({
    ...round,
    handoff: latestHandoff(round.lead) ?? round.handoff,
  })),
  'a card names another last round': storing('lead-handed-off', (handoffs) =>
    handoffs.map((handoff) => ({ ...handoff, follows: null })),
  ),
  'a new round without asking': withLeads((leads) => ({
    findByExternalId: async (source, id) => forgetful(await leads.findByExternalId(source, id)),
  })),
  'nobody is known by the address': withLeads(() => ({ handedOffByEmail: async () => [] })),
  'a card that was deleted stays deleted': ({ db, outbox }) => ({
    db,
    outbox: {
      ...outbox,
      fail: (attempt: Attempt, result) => outbox.fail(attempt, { ...result, error: tame(result.error) }),
    },
  }),
  'whatever is dropped is given up': inTransactions(careless),
}

/** As if the card still stood, and only this update were not taken. */
const tame = (error: string): string => (error.endsWith('_not_found') ? 'edit_window_closed' : error)

function careless(stores: Stores): Stores {
  const { troubles } = stores
  const affected: typeof troubles.affected = async (which) =>
    (await troubles.affected(which)).map((notice) => ({ ...notice, isUndecided: false }))
  return { ...stores, troubles: { ...troubles, affected } }
}

interface Change {
  transition: Transition
  notices: Notice[]
}

function reading(change: (round: FollowingRound) => FollowingRound): (kept: Kept) => Kept {
  return withLeads((leads) => ({
    findByHandoff: async (id) => {
      const round = await leads.findByHandoff(id)
      return round && change(round)
    },
  }))
}

function saving(change: (change: Change) => Change): (kept: Kept) => Kept {
  return withLeads((leads) => ({
    save: (transition, notices) => {
      const changed = change({ transition, notices })
      return leads.save(changed.transition, changed.notices)
    },
  }))
}

/** What is written of the rounds, where this event is among those that are saved, is not what they are. */
function storing(
  type: Transition['events'][number]['type'],
  change: (handoffs: Handoff[]) => Handoff[],
): (kept: Kept) => Kept {
  return saving(({ transition: { after, ...transition }, notices }) => {
    const isMeant = transition.events.some((event) => event.type === type)
    const handoffs = isMeant ? change(after.handoffs) : after.handoffs
    return { transition: { ...transition, after: { ...after, handoffs } }, notices }
  })
}

function withLeads(part: (leads: LeadStore) => Partial<LeadStore>): (kept: Kept) => Kept {
  const changed = (leads: LeadStore): LeadStore => ({ ...leads, ...part(leads) })
  return ({ db, outbox }) =>
    inTransactions((stores) => ({ ...stores, leads: changed(stores.leads) }))({
      outbox,
      db: { ...db, leads: changed(db.leads) },
    })
}

function inTransactions(change: (stores: Stores) => Stores): (kept: Kept) => Kept {
  return ({ db, outbox }) => ({
    outbox,
    db: { ...db, transaction: (work) => db.transaction((stores) => work(change(stores))) },
  })
}

const reopened = (lead: Lead): Lead =>
  lead.status === 'accepted'
    ? { ...lead, status: 'handed-off', handoffs: lead.handoffs.map(asIf('accepted', 'open')) }
    : lead

/** A round of one status, as if it had another one. */
const asIf =
  (status: Handoff['status'], other: 'open') =>
  (handoff: Handoff): Handoff =>
    handoff.status === status ? { ...handoff, status: other } : handoff

/** As if some of the rounds had been so before, and need not be written. */
function asIfKnown(
  { before, after, events }: Transition,
  which: (handoffs: Handoff[]) => Handoff[],
): Transition {
  const unwritten = new Set(which(after.handoffs).map(({ id }) => id))
  const handoffs = before?.handoffs.map(
    (handoff) => after.handoffs.find(({ id }) => id === handoff.id && unwritten.has(id)) ?? handoff,
  )
  return { before: before && { ...before, handoffs: handoffs ?? [] }, after, events }
}

/** Whatever is wished for is taken for a new wish. */
function forgetful(lead: Lead | null): Lead | null {
  if (!lead || lead.status === 'held' || lead.status === 'handed-off') return lead
  const { request: _forgotten, message: _too, ...details } = lead.details
  return { ...lead, details }
}

const isNoAcceptance = ({ content }: Notice): boolean =>
  content.kind !== 'thread' || content.note.type !== 'accepted'

const asIfSpam = (event: Transition['events'][number]): Transition['events'][number] =>
  event.type === 'lead-rejected' ? { ...event, reason: 'spam' } : event
