import type { ClaimedNotice } from '../../ports/outbox.ts'
import type { Deps } from '../../ports/deps.ts'
import type { Channels } from './channels.ts'
import { renderAskedAgain } from './render-asked-again.ts'
import { renderCard, renderCardUpdate, renderThread } from './render-card.ts'
import { renderDigest, renderLedger } from './render-digest.ts'
import { renderManagerDigest, renderOwnDigest } from './render-private-digest.ts'
import { renderTrouble } from './render-trouble.ts'
import type { Rendering } from './rendering.ts'

/** Draws a notice from the state at this moment, so that what arrives late is still true. */
export async function renderNotice(
  notice: ClaimedNotice,
  deps: Deps,
  channels: Channels,
): Promise<Rendering> {
  const { content } = notice
  switch (content.kind) {
    case 'card':
      return renderCard(notice, { deps, channels })
    case 'card-update':
      return renderCardUpdate(notice, { deps, channels })
    case 'thread':
      return renderThread(content.note, notice, { deps, channels })
    case 'asked-again':
      return renderAskedAgain(notice, deps)
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
      return renderLedger(content.entryId, notice, deps)
    case 'trouble':
    case 'trouble-update':
      return renderTrouble(content, notice, deps)
  }
}
