import type { App } from '@slack/bolt'
import { acceptLead } from '../../../src/flows/handoff/accept-lead.ts'
import type { Tools } from '../../../src/slack/requests/tools.ts'
import { actions } from '../../../src/slack/ids.ts'
import { parseClick, type Click } from '../../../src/slack/requests/payloads.ts'

let next: Click | null = null

/**
 * Accept, done wrong in two ways: it keeps in memory what it has acknowledged, where a later click takes its
 * place; and it tells the thread of each click instead of each decision, whether it is acknowledged or not.
 */
export function onAccept(app: App, { deps, client }: Tools): void {
  setInterval(() => {
    const click = next
    next = null
    if (click) void acceptLead(deps, { handoffId: click.value, userId: click.userId })
  }, 2_000)
  app.action(actions.accept, async ({ ack, body }) => {
    const click = parseClick(body)
    const { message, userId } = click
    if (!message) return
    const text = `<@${userId}> accepted this lead.`
    await client.chat.postMessage({ channel: message.channel, thread_ts: message.ts, text })
    await ack()
    next = click
  })
}
