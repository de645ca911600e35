import type { Acceptance, Handoff } from '../../domain/handoff/handoff.ts'
import type { LeadRound } from '../../domain/lead/lead.ts'
import type { Notice, ThreadNote } from '../../domain/notice/notice.ts'

/** What Slack shows of a new round: its card, and a word to whoever accepted somebody before who now asks again. */
export function newCard(handoff: Handoff, owner: Acceptance | null, newId: () => string): Notice[] {
  const card = cardOf(handoff, newId)
  if (!owner) return [card]
  return [card, { id: newId(), lane: owner.by, about: handoff.id, content: { kind: 'asked-again' } }]
}

/** The card of a round. */
export function cardOf({ id, channel: lane }: Handoff, newId: () => string): Notice {
  return { id: newId(), lane, about: id, content: { kind: 'card' } }
}

/** The card drawn anew, and what goes on in its thread, if anything. */
export function cardChanged({ handoff }: LeadRound, note: ThreadNote | null, newId: () => string): Notice[] {
  const onCard = { lane: handoff.channel, about: handoff.id, below: { cardOf: handoff.id } }
  const update: Notice = { id: newId(), ...onCard, content: { kind: 'card-update' } }
  return note ? [update, { id: newId(), ...onCard, content: { kind: 'thread', note } }] : [update]
}
