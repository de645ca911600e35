import type { App } from '@slack/bolt'
import { prepareRejection } from '../../flows/handoff/prepare-rejection.ts'
import { refusalMessage } from '../blocks/parts/refusal.ts'
import { rejectModal } from '../blocks/card/reject-modal.ts'
import { tell } from '../requests/respond.ts'
import type { Tools } from '../requests/tools.ts'
import { actions } from '../ids.ts'
import { readerOf } from '../drawing/readers.ts'
import { noteKeptBack } from '../delivery/note-kept-back.ts'
import { openModal } from '../requests/open-modal.ts'
import { parseClick } from '../requests/payloads.ts'

/** Reject…: opens the modal, or says at once why there is nothing left to reject. */
export function onReject(app: App, tools: Tools): void {
  app.action(actions.reject, async ({ ack, body, respond, client }) => {
    await ack()
    const click = parseClick(body)
    const { userId } = click
    const [outcome, reader, keptBack] = await Promise.all([
      prepareRejection(tools.deps, { handoffId: click.value, userId }),
      readerOf(tools.deps, userId),
      noteKeptBack(tools),
    ])
    if (!outcome.ok) return tell(click, { respond, client }, refusalMessage(outcome.refusal, reader))
    await openModal(client, click.triggerId, rejectModal(outcome.value, reader, { noteKeptBack: keptBack }))
  })
}
