import type { App } from '@slack/bolt'
import { showContact } from '../../flows/handoff/show-contact.ts'
import { contactModal } from '../blocks/card/contact-modal.ts'
import { refusalMessage } from '../blocks/parts/refusal.ts'
import { tell } from '../requests/answer.ts'
import type { Desk } from '../people/desk.ts'
import { actions } from '../ids.ts'
import { privateLook } from '../drawing/look.ts'
import { openModal } from '../requests/open-modal.ts'
import { parseClick } from '../requests/payloads.ts'

/** Show contact: e-mail and phone for one pair of eyes, and the history remembers whose. */
export function onShowContact(app: App, desk: Desk): void {
  app.action(actions.showContact, async ({ ack, body, respond, client }) => {
    await ack()
    const click = parseClick(body)
    const outcome = await showContact(desk.deps, { handoffId: click.value, userId: click.userId })
    const look = await privateLook(desk.deps, click.userId)
    if (!outcome.ok) return tell(click, { respond, client }, refusalMessage(outcome.refusal, look))
    await openModal(client, click.triggerId, contactModal(outcome.value, look))
  })
}
