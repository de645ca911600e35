import { formatOf, readStored } from '../../domain/document/stored.ts'
import { actorSchema, type LeadEvent } from '../../domain/handoff/events.ts'
import { storedEvent } from '../../domain/handoff/stored-event.ts'
import type { Prisma } from '../generated/client.ts'
import { json } from './json.ts'
import { readColumn, readOr } from './read-column.ts'

type EventRow = Pick<
  Prisma.LeadEventGetPayload<object>,
  'leadId' | 'version' | 'type' | 'at' | 'actor' | 'data' | 'handoffId' | 'format'
>

export function eventToRow({ leadId, version, type, at, by, ...body }: LeadEvent) {
  const { handoffId = null, ...data } = { handoffId: undefined, ...body }
  const format = formatOf(storedEvent)
  return { leadId, version, type, at, actor: json(by), data: json(data), handoffId, format }
}

/** @throws UnreadableError when no version of Baton wrote it */
export function eventFromRow(row: EventRow): LeadEvent {
  const { leadId, version, at, type, format, handoffId } = row
  const place = { table: 'LeadEvent', row: `${version} of lead ${leadId}` }
  const document = { ...recordOf(row.data), type, ...(handoffId !== null && { handoffId }) }
  const body = readOr(readStored(storedEvent, { document, format }), place)
  return { ...body, leadId, version, at, by: readColumn(actorSchema, row.actor, place) }
}

/** Anything else is no event, and is told what it misses. */
const recordOf = (data: Prisma.JsonValue): object =>
  typeof data === 'object' && data !== null && !Array.isArray(data) ? data : {}
