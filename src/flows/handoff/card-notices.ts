import type { Lead } from '../../domain/lead/lead.ts'
import type { Notice, ThreadNote } from '../../domain/notice/notice.ts'

/** The card of a lead that was just handed off. */
export function newCard(lead: Lead, newId: () => string): Notice[] {
  const { handoff } = lead
  if (!handoff) return []
  return [{ id: newId(), lane: handoff.channel, content: { kind: 'card', handoffId: handoff.id } }]
}

/** The card drawn anew, and what goes on in its thread, if anything. */
export function cardChanged(lead: Lead, note: ThreadNote | null, newId: () => string): Notice[] {
  const { handoff } = lead
  if (!handoff) return []
  const [handoffId, lane] = [handoff.id, handoff.channel]
  const update: Notice = { id: newId(), lane, content: { kind: 'card-update', handoffId } }
  return note ? [update, { id: newId(), lane, content: { kind: 'thread', handoffId, note } }] : [update]
}
