import type { Lead } from '../../../src/domain/lead/lead.ts'
import type { Transition } from '../../../src/domain/handoff/lifecycle.ts'
import type { Notice } from '../../../src/domain/notice/notice.ts'
import type { Held } from '../../../src/ports/outbox.ts'
import type { LeadStore } from '../../../src/ports/lead-store.ts'
import type { Stores } from '../../../src/ports/database.ts'
import type { Kept } from './world.ts'

/** What a careless change could do, planted between the flows and a real store. Each must be caught. */
export const controls: Record<string, (kept: Kept) => Kept> = {
  'accept over accept is allowed': reading((lead) => (lead.status === 'accepted' ? reopened(lead) : lead)),
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
  'a decision is not counted': saving(({ transition, notices }) => ({
    transition: transition.after.status === 'rejected' ? unfinished(transition) : transition,
    notices,
  })),
  'a card that was deleted stays deleted': ({ db, outbox }) => ({
    db,
    outbox: {
      ...outbox,
      fail: (held: Held, result) => outbox.fail(held, { ...result, error: tame(result.error) }),
    },
  }),
  'whatever is dropped is given up': ({ db, outbox }) => ({
    outbox,
    db: { ...db, transaction: (work) => db.transaction((stores) => work(careless(stores))) },
  }),
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

function reading(change: (lead: Lead) => Lead): (kept: Kept) => Kept {
  return withLeads((leads) => ({
    findByHandoff: async (id) => {
      const lead = await leads.findByHandoff(id)
      return lead && change(lead)
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

function withLeads(part: (leads: LeadStore) => Partial<LeadStore>): (kept: Kept) => Kept {
  return ({ db, outbox }) => ({ outbox, db: { ...db, leads: { ...db.leads, ...part(db.leads) } } })
}

function reopened(lead: Lead): Lead {
  return {
    ...lead,
    status: 'handed-off',
    handoff: lead.handoff && { ...lead.handoff, status: 'open', decision: null },
  }
}

const isNoAcceptance = ({ content }: Notice): boolean =>
  content.kind !== 'thread' || content.note.type !== 'accepted'

const asIfSpam = (event: Transition['events'][number]): Transition['events'][number] =>
  event.type === 'lead-rejected' ? { ...event, reason: 'spam' } : event

/** The lead is rejected, and its handoff still waits. */
function unfinished({ before, after, events }: Transition): Transition {
  return {
    before,
    events,
    after: { ...after, handoff: after.handoff && { ...after.handoff, status: 'open' } },
  }
}
