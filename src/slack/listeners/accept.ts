import type { App } from '@slack/bolt'
import { acceptLead } from '../../flows/accept-lead.ts'
import { praisePrompt } from '../blocks/praise-prompt.ts'
import { refusalMessage } from '../blocks/refusal.ts'
import { tell } from '../answer.ts'
import { updateCardNow } from '../card-now.ts'
import type { Desk } from '../desk.ts'
import { actions } from '../ids.ts'
import { privateLook } from '../look.ts'
import { parseClick } from '../payloads.ts'

/** Accept: one click takes the lead; whoever comes second is told privately who was first. */
export function onAccept(app: App, desk: Desk): void {
  app.action(actions.accept, async ({ ack, body, respond, client }) => {
    await ack()
    const click = parseClick(body)
    const outcome = await acceptLead(desk.deps, { handoffId: click.value, userId: click.userId })
    const look = await privateLook(desk.deps, click.userId)
    if (!outcome.ok) return tell(click, { respond, client }, refusalMessage(outcome.refusal, look))
    desk.nudge()
    await updateCardNow(desk, client, outcome.value)
    await tell(click, { respond, client }, praisePrompt(outcome.value, look))
  })
}
