import { giveUp } from '../../../src/flows/delivery/give-up.ts'
import { sendElsewhere } from '../../../src/flows/delivery/send-elsewhere.ts'
import { Operator } from '../../../src/flows/access/operator.ts'
import type { Stuck } from '../../../src/ports/trouble-store.ts'
import { lanes } from './agreement.ts'
import { cardAt, handoffIdOf, type Played } from './played.ts'
import { drop, dropWaiting, moveLost, refuseAll, sendAgain, showAll } from './reference-cards.ts'
import type { Card } from './reference.ts'
import { carryAll } from './small-slack.ts'
import type { Step } from './steps.ts'

type InSlack = Extract<
  Step,
  { do: 'deliver' | 'refuse' | 'delete' | 'drop' | 'drop-waiting' | 'retry' | 'move' }
>

/** What happens to cards on their way to Slack, and there. */
export async function inSlack(played: Played, step: InSlack): Promise<void> {
  const { world, model, slack } = played
  const giveUpAll = (which: Stuck) =>
    giveUp({ ...world.deps, operator: new Operator() }, { which, because: 'dropped by the rig' })
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
      for (const lane of Object.values(lanes)) await giveUpAll({ waiting: true, lane })
      return dropWaiting(model)
    case 'retry':
      await world.deps.db.troubles.sendAgain({})
      return sendAgain(model)
    case 'move':
      await sendElsewhere(
        { ...world.deps, operator: new Operator() },
        { which: { lane: lanes.handoffs }, to: lanes.spare, by: 'the rig' },
      )
      return moveLost(model)
  }
}

async function deleteCard(played: Played, card: Card | undefined): Promise<void> {
  const message = card?.round.message
  if (message?.place !== 'stands') return
  const posted = await played.world.deps.db.leads.cardOf(await handoffIdOf(played, card))
  played.slack.cards.delete(posted?.ts ?? '')
  message.isDeleted = true
}
