import type { WebClient } from '@slack/web-api'
import type { Lead } from '../../domain/lead/lead.ts'
import { leadCard } from '../blocks/card/lead-card.ts'
import type { Desk } from '../people/desk.ts'
import { channelLook } from './look.ts'
import { describe } from '../delivery/send-failure.ts'

/**
 * Locks the card of a lead at once, even when a thousand posts wait in its channel. Which message that is, the database
 * says and not the click. The outbox draws it again in its turn, so nothing is lost when this does not succeed.
 */
export async function updateCardNow(
  { deps, channels, log }: Desk,
  client: WebClient,
  lead: Lead,
): Promise<void> {
  try {
    const message = lead.handoff && (await deps.db.leads.cardOf(lead.handoff.id))
    if (!message) return
    const card = leadCard(lead, await channelLook(deps, channels, message.channel))
    await client.chat.update({ ...message, ...card, parse: 'none', link_names: false })
  } catch (error) {
    log.warn({ lead: lead.id, why: describe(error) }, 'the card is updated by the outbox instead')
  }
}
