import { shownRound } from '../../domain/privacy/shown-lead.ts'
import { shownNote } from '../../domain/privacy/shown-words.ts'
import type { ThreadNote } from '../../domain/notice/notice.ts'
import type { ClaimedNotice } from '../../ports/outbox.ts'
import type { Deps } from '../../ports/deps.ts'
import { leadCard } from '../blocks/card/lead-card.ts'
import { threadNote } from '../blocks/card/thread-note.ts'
import type { Channels } from './channels.ts'
import { channelSight, channelReader } from './readers.ts'
import { nothing, unposted, type Rendering } from './rendering.ts'

interface Tools {
  deps: Deps
  channels: Channels
}

/** The card of the round that the notice is about. */
export async function renderCard(
  { about, card, lane: channel }: ClaimedNotice,
  tools: Tools,
): Promise<Rendering> {
  if (card) return nothing('the card stands already')
  const drawn = await drawCard(about, channel, tools)
  return drawn ? { do: 'post', channel, threadTs: null, ...drawn } : gone
}

/** The card that stands, drawn anew. */
export async function renderCardUpdate({ about, card }: ClaimedNotice, tools: Tools): Promise<Rendering> {
  if (!card) return noCard
  const drawn = await drawCard(about, card.channel, tools)
  return drawn ? { do: 'update', ...card, message: drawn.message } : gone
}

/** How the story of the lead goes on, in the card's thread. */
export async function renderThread(
  note: ThreadNote,
  { card }: ClaimedNotice,
  { deps, channels }: Tools,
): Promise<Rendering> {
  if (!card) return noCard
  const { channel, ts } = card
  const reader = await channelReader(deps)
  const seen = shownNote(note, await channelSight(deps, channels, channel))
  return { do: 'post', channel, threadTs: ts, message: threadNote(seen, reader), reader }
}

const gone = nothing('the handoff is gone')
const noCard = unposted('the card was never posted')

/** A round as its channel may see it. */
async function drawCard(handoffId: string | null, channel: string, { deps, channels }: Tools) {
  const round = handoffId === null ? null : await deps.db.leads.findByHandoff(handoffId)
  if (!round) return null
  const reader = await channelReader(deps)
  const sight = await channelSight(deps, channels, channel)
  return { message: leadCard(shownRound(round, sight), reader), reader }
}
