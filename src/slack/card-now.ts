import type { WebClient } from '@slack/web-api'
import type { Lead } from '../domain/lead.ts'
import { leadCard } from './blocks/lead-card.ts'
import type { Desk } from './desk.ts'
import { channelLook } from './look.ts'
import type { Click } from './payloads.ts'
import { describe } from './send-failure.ts'

/**
 * Locks the card that was clicked at once, even when a thousand posts wait in its channel. The outbox draws it again
 * in its turn, so nothing is lost when this does not succeed.
 */
export async function updateCardNow(
  { deps, channels, log }: Desk,
  client: WebClient,
  { message, lead }: { message: Click['message']; lead: Lead },
): Promise<void> {
  if (!message) return
  try {
    const card = leadCard(lead, await channelLook(deps, channels, message.channel))
    await client.chat.update({
      channel: message.channel,
      ts: message.ts,
      ...card,
      parse: 'none',
      link_names: false,
    })
  } catch (error) {
    log.warn({ lead: lead.id, why: describe(error) }, 'the card is updated by the outbox instead')
  }
}
