import type { Names } from './names.ts'
import type { Card, Known, Reference } from './reference.ts'
import type { SmallSlack } from './small-slack.ts'
import { forged } from './steps.ts'
import type { World } from './world.ts'

/** A sequence that was played: the world, the model, and the leads' ids in the model's order. */
export interface Played {
  world: World
  model: Reference
  slack: SmallSlack
  names: Names
  leadIds: string[]
}

/** The round whose card this is, an older one or a newer one. */
export function cardAt({ cards }: Reference, place: number): Card | undefined {
  return place === forged ? undefined : cards[place % cards.length]
}

const leadIdOf = ({ leadIds, model }: Played, lead: Known): string =>
  leadIds[model.leads.indexOf(lead)] ?? 'forged'

export async function handoffIdOf(played: Played, card: Card | undefined): Promise<string> {
  if (!card) return 'forged'
  const [row] = await played.world.rows(`SELECT id FROM "Handoff" WHERE "leadId" = $1 AND round = $2`, [
    leadIdOf(played, card.lead),
    card.lead.rounds.indexOf(card.round) + 1,
  ])
  return String(row?.['id'])
}

/** A round in the words of the model. */
export const roundName = (
  { leadIds }: Played,
  { leadId, round }: { leadId: string; round: number },
): string => `${leadIds.indexOf(leadId)}.${round}`
