import type { Lead } from '../../domain/lead/lead.ts'
import type { ThreadNote } from '../../domain/notice/notice.ts'
import type { ClaimedNotice } from '../../ports/outbox.ts'
import type { Deps } from '../../ports/deps.ts'
import { leadCard } from '../blocks/card/lead-card.ts'
import { threadNote } from '../blocks/card/thread-note.ts'
import type { Channels } from './channels.ts'
import { nothing, unposted, type Errand } from './errand.ts'
import { channelLook } from './look.ts'
import { renderDigest, renderLedger } from './render-digest.ts'
import { renderManagerDigest, renderOwnDigest } from './render-private-digest.ts'
import { renderTrouble } from './render-trouble.ts'

/** Draws a notice from the state at this moment, so that what arrives late is still true. */
export async function renderNotice(notice: ClaimedNotice, deps: Deps, channels: Channels): Promise<Errand> {
  const { content, card } = notice
  switch (content.kind) {
    case 'card':
      return card ? nothing('the card stands already') : post(await handedOff(deps, content.handoffId))
    case 'card-update':
      return card
        ? update(await handedOff(deps, content.handoffId), card)
        : unposted('the card was never posted')
    case 'thread':
      return card ? reply(content.note, card, { deps, channels }) : unposted('the card was never posted')
    case 'digest':
    case 'digest-details':
    case 'digest-trend':
    case 'digest-csv':
      return renderDigest(content, notice, { deps, channels })
    case 'digest-manager':
      return renderManagerDigest(content, notice.lane, deps)
    case 'digest-own':
      return renderOwnDigest(content, notice.lane, deps)
    case 'ledger':
      return renderLedger(content.entryId, notice, { deps, channels })
    case 'trouble':
    case 'trouble-update':
      return renderTrouble(content, notice, deps)
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
}

/** The lead, unless a later round has taken the place of this one. */
async function handedOff(deps: Deps, handoffId: string): Promise<Lead | null> {
  const lead = await deps.db.leads.findByHandoff(handoffId)
  return lead?.handoff?.id === handoffId ? lead : null
}

async function reply(
  note: ThreadNote,
  { channel, ts }: { channel: string; ts: string },
  { deps, channels }: { deps: Deps; channels: Channels },
): Promise<Errand> {
  const look = await channelLook(deps, channels, channel)
  return { do: 'post', channel, threadTs: ts, message: threadNote(note, look), look }
}
