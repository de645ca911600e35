import type { App } from '@slack/bolt'
import { prepareRejection } from '../../flows/prepare-rejection.ts'
import { refusalMessage } from '../blocks/refusal.ts'
import { rejectModal } from '../blocks/reject-modal.ts'
import { tell } from '../answer.ts'
import type { Desk } from '../desk.ts'
import { actions } from '../ids.ts'
import { privateLook } from '../look.ts'
import { noteKeptBack } from '../note-kept-back.ts'
import { openModal } from '../open-modal.ts'
import { parseClick } from '../payloads.ts'

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
