import type { Handoff } from '../../domain/handoff/handoff.ts'
import type { Transition } from '../../domain/handoff/transition.ts'
import type { Lead } from '../../domain/lead/lead.ts'
import type { Prisma } from '../generated/client.ts'
import { leaveChannel } from '../outbox/leave-channel.ts'
import { eventToRow } from '../rows/event-row.ts'
import { handoffToRow } from '../rows/handoff-row.ts'
import { leadToRow } from '../rows/lead-row.ts'

/** The statements that save a transition. The events come first: their key (lead, version) is the compare-and-set that lets one of many writers win. */
export function writeTransition(db: Prisma.TransactionClient, { before, after, events }: Transition) {
  const row = leadToRow(after)
  const history = db.leadEvent.createMany({ data: events.map(eventToRow) })
  const lead = before
    ? [history, db.lead.update({ where: { id: after.id }, data: row, select: { id: true } })]
    : [db.lead.create({ data: row, select: { id: true } }), history]
  const moved = events.flatMap((event) =>
    event.type === 'handoff-moved' ? leaveChannel(db, { id: event.handoffId, channel: event.channel }) : [],
  )
  return [...lead, ...writeHandoffs(db, before, after), ...moved]
}

/** Every round that is not as it was. */
function writeHandoffs(db: Prisma.TransactionClient, before: Lead | null, after: Lead) {
  const known = new Map(before?.handoffs.map((handoff) => [handoff.id, handoff]))
  return after.handoffs
    .filter((handoff) => known.get(handoff.id) !== handoff)
    .map((handoff) => writeHandoff(db, after, { handoff, isNew: !known.has(handoff.id) }))
}

function writeHandoff(
  db: Prisma.TransactionClient,
  lead: Lead,
  { handoff, isNew }: { handoff: Handoff; isNew: boolean },
) {
  const row = handoffToRow(lead, handoff)
  return isNew
    ? db.handoff.create({ data: row, select: { id: true } })
    : db.handoff.update({ where: { id: row.id }, data: row, select: { id: true } })
}
