import { giveUp } from '../../../src/flows/delivery/give-up.ts'
import type { Stuck } from '../../../src/ports/trouble-store.ts'
import { agreement } from './agreement.ts'
import { cardAt, handoffIdOf, type Played } from './played.ts'
import { drop, dropWaiting, refuseAll, sendAgain, showAll } from './reference-cards.ts'
import type { Known } from './reference.ts'
import { carryAll } from './small-slack.ts'
import type { Step } from './steps.ts'

type InSlack = Extract<Step, { do: 'deliver' | 'refuse' | 'delete' | 'drop' | 'drop-waiting' | 'retry' }>

/** What happens to cards on their way to Slack, and there. */
export async function inSlack(played: Played, step: InSlack): Promise<void> {
  const { world, model, slack } = played
  const giveUpAll = (which: Stuck) => giveUp(world.deps, { which, because: 'dropped by the rig' })
  switch (step.do) {
    case 'deliver':
    case 'refuse':
      slack.refuses = step.do === 'refuse' ? 'is_archived' : null
      await carryAll(world, slack)
      return step.do === 'refuse' ? refuseAll(model) : showAll(model)
    case 'delete':
      return deleteCard(played, cardAt(model, step.handoff))
    case 'drop':
      await giveUpAll({})
      return drop(model)
    case 'drop-waiting':
      await giveUpAll({ waiting: true, lane: agreement.channels.handoffs })
      return dropWaiting(model)
    case 'retry':
      await world.deps.db.troubles.sendAgain({})
      return sendAgain(model)
  }
}

async function deleteCard(played: Played, lead: Known | undefined): Promise<void> {
  if (lead?.message?.place !== 'stands') return
  const card = await played.world.deps.db.leads.cardOf(await handoffIdOf(played, lead))
  played.slack.cards.delete(card?.ts ?? '')
  lead.message.isDeleted = true
}
