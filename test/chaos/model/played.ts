import type { Names } from './names.ts'
import type { Known, Reference } from './reference.ts'
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

/** The lead whose card this is. */
export function cardAt({ leads }: Reference, place: number): Known | undefined {
  const cards = leads.filter(({ card }) => card !== null)
  return place === forged ? undefined : cards[place % cards.length]
}

export const leadIdOf = ({ leadIds, model }: Played, lead: Known | undefined): string =>
  (lead && leadIds[model.leads.indexOf(lead)]) ?? 'forged'

export async function handoffIdOf(played: Played, lead: Known | undefined): Promise<string> {
  if (!lead) return 'forged'
  const [row] = await played.world.rows(`SELECT id FROM "Handoff" WHERE "leadId" = $1`, [
    leadIdOf(played, lead),
  ])
  return String(row?.['id'])
}
