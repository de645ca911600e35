/**
 * What should happen, written from docs/domain.md alone: it imports nothing of src, so that a mistake there is not
 * repeated here. Leads are named by their place in the order of arrival, their rounds by that and their number: 0.1.
 */
export interface Known {
  source: string
  externalId: string | null
  isTest: boolean
  facts: { email?: string; request?: string; message?: string; title?: string }
  qualified: boolean
  /** What happened, with the round where it was about one. */
  history: string[]
  touchedAt: number
  rounds: Round[]
}

export interface Round {
  name: string
  status: 'open' | 'accepted' | 'rejected' | 'expired'
  at: number
  because: 'sender' | 'score' | 'return'
  tier: 'hot' | 'standard'
  points: number
  /** The round before it of the same person. */
  follows: string | null
  decision: Record<string, unknown> | null
  expiredAt: number | null
  duplicates: { source: string; externalId: string | null }[]
  /** The channel it stands in. */
  lane: Lane
  message: Message
}

export type Lane = 'C0LEADS' | 'C0SPARE'

/** The message that shows a card. */
export interface Message {
  /** Not posted yet, in the channel, refused by Slack, or given up. */
  place: 'waits' | 'stands' | 'refused' | 'dropped'
  /** Somebody deleted it, and Baton has not touched it since. */
  isDeleted: boolean
  /** Slack refused to draw it anew, and so it may be out of reach. */
  isCut: boolean
}

export type Said = Record<string, unknown>
/** Something Slack must show; a card that waits to be drawn anew is drawn once. */
export interface Promised extends Said {
  round: string
  lane: Lane
  kind: string
}

/** A lead in one of its rounds: what a click is about. */
export interface Card {
  lead: Known
  round: Round
}

export interface Reference {
  now: number
  leads: Known[]
  /** All rounds, in the order in which they began. */
  cards: Card[]
  promised: Promised[]
  /** Rounds whose card waits to be drawn anew. */
  waiting: Set<Round>
  /** Rounds of which that was refused. */
  refused: Set<Round>
  receipts: Map<number, { body: string; answer: Said }>
}

export const nothingYet = (now: number): Reference => ({
  ...{ now, leads: [], cards: [], promised: [] },
  ...{ waiting: new Set(), refused: new Set(), receipts: new Map() },
})

export const freshMessage = (): Message => ({ place: 'waits', isDeleted: false, isCut: false })

export const isOpen = ({ status }: Round): boolean => status === 'open'

/** The round of a lead that waits for a decision; only the latest one can. */
export const openRound = ({ rounds }: Known): Round | undefined => rounds.find(isOpen)

export const statusOf = ({ rounds }: Known): Round['status'] | 'held' => rounds.at(-1)?.status ?? 'held'

/** Something happened to a lead, or in one of its rounds. */
export function record(
  { now }: Reference,
  { lead, round }: { lead: Known; round?: Round },
  what: string,
): void {
  lead.history.push(round ? `${what} ${round.name}` : what)
  lead.touchedAt = now
}

/** Shows a card anew, and a word in its thread. */
export function show(model: Reference, round: Round, note: Said | null): void {
  const { name, lane } = round
  if (!model.waiting.has(round)) model.promised.push({ round: name, lane, kind: 'card-update' })
  model.waiting.add(round)
  if (note) model.promised.push({ round: name, lane, kind: 'thread', note })
}
