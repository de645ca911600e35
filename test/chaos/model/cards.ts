import { cardChanged } from '../../../src/flows/handoff/card-notices.ts'
import type { Played } from './played.ts'
import { told } from './reference-cards.ts'
import { isOpen, type Reference, type Said } from './reference.ts'
import { carryAll } from './small-slack.ts'

interface OpenCard {
  leadId: string
  handoffId: string
  cardTs: string | null
  settled: boolean
  failed: boolean
}

/** Where the card of each undecided lead is, and of how many leads operations are told. */
export async function cardsOf(played: Played): Promise<Said> {
  const { world, slack, leadIds } = played
  const cards = await openCards(played)
  const placeOf = ({ cardTs, settled, failed }: OpenCard): string => {
    if (cardTs !== null) return slack.cards.has(cardTs) ? 'stands' : 'deleted'
    if (!settled) return 'waits'
    return failed ? 'refused' : 'nowhere'
  }
  const troubles = await world.deps.db.troubles.all()
  return {
    cards: cards.map((card) => `${leadIds.indexOf(card.leadId)} ${placeOf(card)}`).toSorted(),
    told: troubles.reduce((sum, { leads }) => sum + leads, 0),
  }
}

export function expectedCards(model: Reference): Said {
  const cards = model.leads.flatMap((lead, index) => {
    if (!lead.message || !isOpen(lead)) return []
    const { place, isDeleted } = lead.message
    return `${index} ${place === 'stands' && isDeleted ? 'deleted' : place}`
  })
  return { cards: cards.toSorted(), told: told(model) }
}

/**
 * Undecided leads that nobody can decide, although Slack is well again, what was refused was sent again, and each card was
 * touched once, as a second request would: Baton learns of a deletion no other way. Cards that stand twice count as well.
 */
export async function inLimbo(played: Played): Promise<string[]> {
  const { world, slack } = played
  const { db, newId } = world.deps
  slack.refuses = null
  await db.troubles.sendAgain({})
  for (const { leadId } of await openCards(played)) {
    const lead = await db.leads.find(leadId)
    if (lead) await db.troubles.tell(cardChanged(lead, null, newId))
  }
  await carryAll(world, slack)
  const standing = Map.groupBy(slack.cards, ([, handoffId]) => handoffId)
  const twice = [...standing]
    .filter(([, messages]) => messages.length > 1)
    .map(([id]) => `${id} stands twice`)
  const lost = (await openCards(played)).filter(({ cardTs }) => !slack.cards.has(cardTs ?? ''))
  return [...twice, ...lost.map(({ handoffId }) => `${handoffId} is in limbo`)]
}

async function openCards({ world, leadIds }: Played): Promise<OpenCard[]> {
  const rows = await world.rows(
    `SELECT h."leadId", h.id AS "handoffId", h."cardTs", c.settled, c."failedAt" IS NOT NULL AS failed
     FROM "Handoff" h CROSS JOIN LATERAL (
       SELECT n.settled, n."failedAt" FROM "Notice" n WHERE n."handoffId" = h.id AND n.kind = 'card'
       ORDER BY n.position DESC LIMIT 1
     ) c WHERE h.status = 'open' AND h."leadId" = ANY($1)`,
    [leadIds],
  )
  // The statement names these columns.
  return rows as unknown as OpenCard[]
}
