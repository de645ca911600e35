import type { App } from '@slack/bolt'
import { prepareRejection } from '../../flows/handoff/prepare-rejection.ts'
import { refusalMessage } from '../blocks/parts/refusal.ts'
import { rejectModal } from '../blocks/card/reject-modal.ts'
import { tell } from '../requests/answer.ts'
import type { Desk } from '../people/desk.ts'
import { actions } from '../ids.ts'
import { privateLook } from '../drawing/look.ts'
import { noteKeptBack } from '../delivery/note-kept-back.ts'
import { openModal } from '../requests/open-modal.ts'
import { parseClick } from '../requests/payloads.ts'

/** Reject…: opens the modal, or says at once why there is nothing left to reject. */
export function onReject(app: App, desk: Desk): void {
  app.action(actions.reject, async ({ ack, body, respond, client }) => {
    await ack()
    const click = parseClick(body)
    const { userId } = click
    const [outcome, look, keptBack] = await Promise.all([
      prepareRejection(desk.deps, { handoffId: click.value, userId }),
      privateLook(desk.deps, userId),
      noteKeptBack(desk),
    ])
    if (!outcome.ok) return tell(click, { respond, client }, refusalMessage(outcome.refusal, look))
    await openModal(client, click.triggerId, rejectModal(outcome.value, look, { noteKeptBack: keptBack }))
  })
}
