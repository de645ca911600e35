import type { App } from '@slack/bolt'
import { showContact } from '../../flows/handoff/show-contact.ts'
import { contactModal } from '../blocks/card/contact-modal.ts'
import { refusalMessage } from '../blocks/parts/refusal.ts'
import { tell } from '../requests/respond.ts'
import type { Tools } from '../requests/tools.ts'
import { actions } from '../ids.ts'
import { readerOf } from '../drawing/readers.ts'
import { openModal } from '../requests/open-modal.ts'
import { parseClick } from '../requests/payloads.ts'

/** Show contact: e-mail and phone for one pair of eyes, and the history remembers whose. */
export function onShowContact(app: App, tools: Tools): void {
  app.action(actions.showContact, async ({ ack, body, respond, client }) => {
    await ack()
    const click = parseClick(body)
    const outcome = await showContact(tools.deps, { handoffId: click.value, userId: click.userId })
    const reader = await readerOf(tools.deps, click.userId)
    if (!outcome.ok) return tell(click, { respond, client }, refusalMessage(outcome.refusal, reader))
    await openModal(client, click.triggerId, contactModal(outcome.value.lead, reader))
  })
}
