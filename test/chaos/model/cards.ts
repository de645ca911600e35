import { cardChanged } from '../../../src/flows/handoff/card-notices.ts'
import { roundName, type Played } from './played.ts'
import { told } from './reference-cards.ts'
import { isOpen, type Reference, type Said } from './reference.ts'
import { carryAll } from './small-slack.ts'

interface OpenCard {
  leadId: string
  round: number
  handoffId: string
  cardTs: string | null
  settled: boolean
  failed: boolean
}

/** Where the card of each undecided round is, and of how many operations are told. */
export async function cardsOf(played: Played): Promise<Said> {
  const { world, slack } = played
  const cards = await openCards(played)
  const placeOf = ({ cardTs, settled, failed }: OpenCard): string => {
    if (cardTs !== null) return slack.cards.has(cardTs) ? 'stands' : 'deleted'
    if (!settled) return 'waits'
    return failed ? 'refused' : 'nowhere'
  }
  const troubles = await world.deps.db.troubles.all()
  return {
    cards: cards.map((card) => `${roundName(played, card)} ${placeOf(card)}`).toSorted(),
    told: troubles.reduce((sum, { leads }) => sum + leads, 0),
  }
}

export function expectedCards(model: Reference): Said {
  const open = model.cards.map(({ round }) => round).filter(isOpen)
  const cards = open.map(({ name, message: { place, isDeleted } }) => {
    return `${name} ${place === 'stands' && isDeleted ? 'deleted' : place}`
  })
  return { cards: cards.toSorted(), told: told(model) }
}

/**
 * Undecided rounds that nobody can decide, although Slack is well again, what was refused was sent again, and each card was
 * touched once, as a second request would: Baton learns of a deletion no other way. Cards that stand twice in a channel
 * count as well.
 */
export async function inLimbo(played: Played): Promise<string[]> {
  const { world, slack } = played
  const { db, newId } = world.deps
  slack.refuses = null
  await db.troubles.sendAgain({})
  for (const { handoffId } of await openCards(played)) {
    const round = await db.leads.findByHandoff(handoffId)
    if (round) await db.troubles.tell(cardChanged(round, null, newId))
  }
  await carryAll(world, slack)
  const standing = Map.groupBy(slack.cards.values(), ({ handoffId, lane }) => `${handoffId} in ${lane}`)
  const twice = [...standing].filter(([, cards]) => cards.length > 1).map(([card]) => `${card} stands twice`)
  const lost = (await openCards(played)).filter(({ cardTs }) => !slack.cards.has(cardTs ?? ''))
  return [...twice, ...lost.map(({ handoffId }) => `${handoffId} is in limbo`)]
}

async function openCards({ world, leadIds }: Played): Promise<OpenCard[]> {
  const rows = await world.rows(
    `SELECT h."leadId", h.round, h.id AS "handoffId", h."cardTs", c.settled, c."failedAt" IS NOT NULL AS failed
     FROM "Handoff" h CROSS JOIN LATERAL (
       SELECT n.settled, n."failedAt" FROM "Notice" n WHERE n.about = h.id AND n.kind = 'card'
       ORDER BY n.position DESC LIMIT 1
     ) c WHERE h.status = 'open' AND h."leadId" = ANY($1)`,
    [leadIds],
  )
  // The statement names these columns.
  return rows as unknown as OpenCard[]
}
