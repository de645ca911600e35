import type { WebClient } from '@slack/web-api'
import type { FollowingRound } from '../../domain/lead/lead.ts'
import { shownRound } from '../../domain/privacy/shown-lead.ts'
import { leadCard } from '../blocks/card/lead-card.ts'
import type { Tools } from '../requests/tools.ts'
import { channelSight, channelReader } from './readers.ts'
import { loggable } from '../../flows/errors/loggable.ts'

/**
 * Locks the card of a lead at once, even when a thousand posts wait in its channel. Which message that is, the database
 * says and not the click. The outbox draws it again in its turn, so nothing is lost when this does not succeed.
 */
export async function updateCardNow(
  { deps, channels, log }: Tools,
  client: WebClient,
  round: FollowingRound,
): Promise<void> {
  try {
    const message = await deps.db.leads.cardOf(round.handoff.id)
    if (!message) return
    const sight = await channelSight(deps, channels, message.channel)
    const card = leadCard(shownRound(round, sight), await channelReader(deps))
    await client.chat.update({ ...message, ...card, parse: 'none', link_names: false })
  } catch (error) {
    log.warn({ lead: round.lead.id, why: loggable(error) }, 'the card is updated by the outbox instead')
  }
}
