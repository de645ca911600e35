import type { Lead } from '../lead/lead.ts'
import type { LeadEvent } from './events.ts'
import type { Acceptance, Handoff, OpenHandoff, Rejection } from './handoff.ts'

type EventOf<Type extends LeadEvent['type']> = Extract<LeadEvent, { type: Type }>
/** What happens to a round that is there. */
type RoundEvent = Exclude<Extract<LeadEvent, { handoffId: string }>, { type: 'lead-handed-off' }>

/** The round that begins. */
export function handedOff(lead: Lead, event: EventOf<'lead-handed-off'>): OpenHandoff {
  const { handoffId: id, round, follows, qualification, ladder, dueAt, channel, at: handedOffAt } = event
  const origin = event.origin ?? { source: lead.source, campaign: lead.details.campaign ?? null }
  return {
    ...{ id, round, follows, origin, qualification, ladder, dueAt, channel, handedOffAt },
    ...{ status: 'open', assignee: null, duplicates: [] },
  }
}

/** The round after one more event of its lead; the same where that is about another round. */
export function evolveHandoff(handoff: Handoff, event: RoundEvent): Handoff {
  if (event.handoffId !== handoff.id) return handoff
  switch (event.type) {
    case 'handoff-moved':
      return { ...handoff, channel: event.channel }
    case 'duplicate-noted': {
      const { source, externalId, at } = event
      return { ...handoff, duplicates: lastOf(handoff.duplicates, { source, externalId, at }) }
    }
    case 'lead-accepted':
      return { ...handoff, status: 'accepted', decision: acceptance(event) }
    case 'lead-praised':
      return handoff.status === 'accepted'
        ? { ...handoff, decision: { ...handoff.decision, praise: event.praise } }
        : handoff
    case 'lead-rejected':
      return { ...handoff, status: 'rejected', decision: rejection(event) }
    case 'lead-expired':
      return { ...handoff, status: 'expired', expiredAt: event.at }
    case 'contact-shown':
      return handoff
  }
}

function acceptance({ at, by, workingMinutes }: EventOf<'lead-accepted'>): Acceptance {
  return { kind: 'accepted', by: nameOf(by), at, praise: null, workingMinutes }
}

function rejection(event: EventOf<'lead-rejected'>): Rejection {
  const { at, by, reason, family, evidence, note, workingMinutes } = event
  return { kind: 'rejected', by: nameOf(by), at, reason, family, evidence, note, workingMinutes }
}

const nameOf = (by: LeadEvent['by']): string => (by.kind === 'person' ? by.id : by.name)

/** The history keeps all; with each more of them an open lead would take longer to load and to save. */
const mostDuplicates = 1_000
const lastOf = <T>(before: T[], one: T): T[] => [...before, one].slice(-mostDuplicates)
