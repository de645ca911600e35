import type { App } from '@slack/bolt'
import { z } from 'zod'
import { referenceOf } from '../../domain/notice/trouble.ts'
import { sendAgain } from '../../flows/delivery/send-again.ts'
import { refusalMessage } from '../blocks/parts/refusal.ts'
import { simpleMessage } from '../blocks/parts/simple-message.ts'
import { marked } from '../blocks/parts/wording.ts'
import { tell } from '../requests/respond.ts'
import type { Tools } from '../requests/tools.ts'
import { actions } from '../ids.ts'
import { readerOf } from '../drawing/readers.ts'
import { parseClick } from '../requests/payloads.ts'
import { publishHome } from '../requests/publish-home.ts'

const valueSchema = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(z.object({ lane: z.string().min(1), cause: z.string() }))

/** Send again: the cause is repaired, and what it stopped goes out, in its order. */
export function onSendAgain(app: App, tools: Tools): void {
  app.action(actions.sendAgain, async ({ ack, body, respond, client }) => {
    await ack()
    const click = parseClick(body)
    const { userId } = click
    const about = valueSchema.parse(click.value)
    const outcome = await sendAgain(tools.deps, { ...about, userId })
    const reader = await readerOf(tools.deps, userId)
    if (!outcome.ok) return tell(click, { respond, client }, refusalMessage(outcome.refusal, reader))
    const count = outcome.value
    tools.log.info({ reference: referenceOf(about), count, by: userId }, 'notices are sent again')
    tools.nudge()
    if (click.view) await publishHome(tools.deps, client, userId)
    const said = count > 0 ? marked(reader, 'trouble.again', { count }) : marked(reader, 'trouble.none')
    await tell(click, { respond, client }, simpleMessage(said))
  })
}
