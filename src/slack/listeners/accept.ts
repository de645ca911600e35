import type { App } from '@slack/bolt'
import { acceptLead } from '../../flows/handoff/accept-lead.ts'
import { praisePrompt } from '../blocks/card/praise-prompt.ts'
import { refusalMessage } from '../blocks/parts/refusal.ts'
import { tell } from '../requests/answer.ts'
import { updateCardNow } from '../drawing/card-now.ts'
import type { Desk } from '../people/desk.ts'
import { actions } from '../ids.ts'
import { privateLook } from '../drawing/look.ts'
import { parseClick } from '../requests/payloads.ts'

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
