import type { App } from '@slack/bolt'
import { acceptLead } from '../../flows/handoff/accept-lead.ts'
import { praisePrompt } from '../blocks/card/praise-prompt.ts'
import { refusalMessage } from '../blocks/parts/refusal.ts'
import { tell } from '../requests/respond.ts'
import { updateCardNow } from '../drawing/card-now.ts'
import type { Tools } from '../requests/tools.ts'
import { actions } from '../ids.ts'
import { readerOf } from '../drawing/readers.ts'
import { parseClick } from '../requests/payloads.ts'

/** Accept: one click takes the lead; whoever comes second is told privately who was first. */
export function onAccept(app: App, tools: Tools): void {
  app.action(actions.accept, async ({ ack, body, respond, client }) => {
    await ack()
    const click = parseClick(body)
    const outcome = await acceptLead(tools.deps, { handoffId: click.value, userId: click.userId })
    const reader = await readerOf(tools.deps, click.userId)
    if (!outcome.ok) return tell(click, { respond, client }, refusalMessage(outcome.refusal, reader))
    tools.nudge()
    await updateCardNow(tools, client, outcome.value)
    await tell(click, { respond, client }, praisePrompt(outcome.value, reader))
  })
}
