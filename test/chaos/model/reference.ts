/**
 * What should happen, written from docs/domain.md alone: it imports nothing of src, so that a mistake there is not
 * repeated here. Leads and handoffs are named by their place in the order of arrival.
 */
export interface Known {
  source: string
  externalId: string | null
  facts: { email?: string; request?: string; title?: string }
  qualified: boolean
  status: 'held' | 'handed-off' | 'accepted' | 'rejected' | 'expired'
  history: string[]
  card: Card | null
  message: Message | null
}

/** The message that shows a card. */
export interface Message {
  /** Not posted yet, in the channel, refused by Slack, or given up. */
  place: 'waits' | 'stands' | 'refused' | 'dropped'
  /** Somebody deleted it, and Baton has not touched it since. */
  isDeleted: boolean
  /** Slack refused to draw it anew, and so it may be out of reach. */
  isCut: boolean
}

interface Card {
  at: number
  because: 'sender' | 'score'
  tier: 'hot' | 'standard'
  points: number
  decision: Record<string, unknown> | null
  duplicates: { source: string; externalId: string | null }[]
}

export type Said = Record<string, unknown>
/** Something Slack must show; a card that waits to be drawn anew is drawn once. */
export interface Promised extends Said {
  lead: number
  kind: string
}

export interface Reference {
  now: number
  leads: Known[]
  promised: Promised[]
  /** Leads whose card waits to be drawn anew. */
  waiting: Set<number>
  /** Leads of which that was refused. */
  refused: Set<number>
  receipts: Map<number, { body: string; answer: Said }>
}

export const nothingYet = (now: number): Reference => ({
  ...{ now, leads: [], promised: [], waiting: new Set(), refused: new Set(), receipts: new Map() },
})

export const isOpen = ({ status }: Known): boolean => status === 'handed-off'

/** Shows a card anew, and a word in its thread. */
export function show(model: Reference, lead: number, note: Said | null): void {
  if (!model.waiting.has(lead)) model.promised.push({ lead, kind: 'card-update' })
  model.waiting.add(lead)
  if (note) model.promised.push({ lead, kind: 'thread', note })
}
