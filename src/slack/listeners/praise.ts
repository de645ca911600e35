import type { App } from '@slack/bolt'
import { z } from 'zod'
import { praiseCodes } from '../../domain/handoff/reasons.ts'
import { praiseLead } from '../../flows/handoff/praise-lead.ts'
import { refusalMessage } from '../blocks/parts/refusal.ts'
import { tell } from '../requests/respond.ts'
import type { Tools } from '../requests/tools.ts'
import { actions, beginsWith } from '../ids.ts'
import { readerOf } from '../drawing/readers.ts'
import { parseClick } from '../requests/payloads.ts'

const valueSchema = z.tuple([z.string().min(1), z.enum(praiseCodes)])

/** The optional tap after accepting: what made this lead good. The question then goes away. */
export function onPraise(app: App, tools: Tools): void {
  app.action(beginsWith(actions.praise), async ({ ack, body, respond, client }) => {
    await ack()
    const click = parseClick(body)
    const [handoffId, praise] = valueSchema.parse(click.value.split('|'))
    const outcome = await praiseLead(tools.deps, { handoffId, userId: click.userId, praise })
    if (!outcome.ok) {
      const reader = await readerOf(tools.deps, click.userId)
      return tell(click, { respond, client }, refusalMessage(outcome.refusal, reader))
    }
    tools.nudge()
    if (click.canRespond) await respond({ delete_original: true })
  })
}
