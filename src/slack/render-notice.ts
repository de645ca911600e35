import type { Lead } from '../domain/lead.ts'
import type { ThreadNote } from '../domain/notice.ts'
import type { ClaimedNotice, Deps } from '../flows/ports.ts'
import { digestDetails } from './blocks/digest-details.ts'
import { digestMessage } from './blocks/digest.ts'
import { leadCard } from './blocks/lead-card.ts'
import { ledgerNote } from './blocks/ledger-lines.ts'
import type { Look, Message } from './blocks/look.ts'
import { threadNote } from './blocks/thread-note.ts'
import type { Channels } from './channels.ts'
import { channelLook } from './look.ts'

/** One call to Slack, or the reason why there is nothing left to show. */
export type Errand =
  | { do: 'post'; channel: string; threadTs: string | null; message: Message; look: Look }
  | { do: 'update'; channel: string; ts: string; message: Message }
  | { do: 'nothing'; because: string }

/** Draws a notice from the state at this moment, so that what arrives late is still true. */
export async function renderNotice(notice: ClaimedNotice, deps: Deps, channels: Channels): Promise<Errand> {
  const { content, card } = notice
  switch (content.kind) {
    case 'card':
      return card ? nothing('the card stands already') : post(await handedOff(deps, content.handoffId))
    case 'card-update':
      return card
        ? update(await handedOff(deps, content.handoffId), card)
        : nothing('the card was never posted')
    case 'thread':
      return card ? reply(content.note, card) : nothing('the card was never posted')
    case 'digest':
    case 'digest-details':
      return digest(notice, deps, channels)
    case 'ledger':
      return ledger(content.entryId, notice, { deps, channels })
  }

  async function post(lead: Lead | null): Promise<Errand> {
    if (!lead?.handoff) return nothing('the handoff is gone')
    const look = await channelLook(deps, channels, notice.lane)
    return { do: 'post', channel: notice.lane, threadTs: null, message: leadCard(lead, look), look }
  }

  async function update(
    lead: Lead | null,
    { channel, ts }: { channel: string; ts: string },
  ): Promise<Errand> {
    if (!lead?.handoff) return nothing('the handoff is gone')
    return { do: 'update', channel, ts, message: leadCard(lead, await channelLook(deps, channels, channel)) }
  }

  async function reply(note: ThreadNote, { channel, ts }: { channel: string; ts: string }): Promise<Errand> {
    const look = await channelLook(deps, channels, channel)
    return { do: 'post', channel, threadTs: ts, message: threadNote(note, look), look }
  }
}

/** A digest, or what stands in its thread. */
async function digest(notice: ClaimedNotice, deps: Deps, channels: Channels): Promise<Errand> {
  const { content, below, lane: channel } = notice
  if (content.kind !== 'digest' && content.kind !== 'digest-details') return nothing('it is no digest')
  const figures = await deps.db.digests.find(content.audience, content.week)
  if (!figures) return nothing('the digest is gone')
  const look = await channelLook(deps, channels, channel)
  const personas = await deps.db.personas.all()
  if (content.kind === 'digest') {
    return {
      do: 'post',
      channel,
      threadTs: null,
      message: digestMessage(figures, look, { personas, filter: 'posted' }),
      look,
    }
  }
  if (!below) return nothing('the digest was never posted')
  return { do: 'post', channel, threadTs: below.ts, message: digestDetails(figures, look, personas), look }
}

/** What marketing did about a digest, in its thread. */
async function ledger(
  entryId: string,
  { below, lane: channel }: ClaimedNotice,
  { deps, channels }: { deps: Deps; channels: Channels },
): Promise<Errand> {
  const entry = await deps.db.ledger.find(entryId)
  if (!entry || !below) return nothing('its digest is gone')
  const look = await channelLook(deps, channels, channel)
  const message = ledgerNote(entry, look, await deps.db.personas.all())
  return { do: 'post', channel, threadTs: below.ts, message, look }
}

/** The lead, unless a later round has taken the place of this one. */
async function handedOff(deps: Deps, handoffId: string): Promise<Lead | null> {
  const lead = await deps.db.leads.findByHandoff(handoffId)
  return lead?.handoff?.id === handoffId ? lead : null
}

const nothing = (because: string): Errand => ({ do: 'nothing', because })
