import { latestHandoff, type Lead } from '../../domain/lead/lead.ts'
import { publicId } from '../../domain/lead/public-id.ts'
import type { ReceivedLead } from '../../domain/lead/received-lead.ts'
import { carriedOut, onCard, stampOf, type Arrival } from './arrival.ts'
import type { Moment } from './hand-off.ts'

interface Duplicate {
  twin: Lead
  news: ReceivedLead
  /** What else is to be saved, before it. */
  before: Arrival['changes']
}

/** Noted once for each id of a sender; without an id every delivery is one more knock on the door. */
export function noteDuplicate(moment: Moment, { twin, news, before }: Duplicate): Arrival {
  const { source, externalId = null, details } = news
  const handoff = latestHandoff(twin)
  const isNoted = handoff?.duplicates.some((d) => d.source === source && d.externalId === externalId)
  const answer = { became: 'duplicate', leadId: twin.id } as const
  if (!handoff || (isNoted && externalId !== null)) return { ...answer, changes: before }
  const command = { type: 'note-duplicate', handoffId: handoff.id, source, externalId } as const
  const transition = carriedOut(twin, command, stampOf(moment, news))
  const shown = publicId(externalId, [details, twin.details])
  const noted = onCard(moment, transition, { type: 'duplicate', source, externalId: shown })
  return { ...answer, changes: [...before, noted] }
}
