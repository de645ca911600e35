import type { App } from '@slack/bolt'
import { WebAPIPlatformError } from '@slack/web-api'
import { prepareRejection } from '../../flows/handoff/prepare-rejection.ts'
import { refusalModal } from '../blocks/parts/refusal.ts'
import { rejectModal } from '../blocks/card/reject-modal.ts'
import type { Tools } from '../requests/tools.ts'
import { actions } from '../ids.ts'
import { readerOf } from '../drawing/readers.ts'
import { noteKeptBack } from '../delivery/note-kept-back.ts'
import { parseClick } from '../requests/payloads.ts'
import { handoffOf } from '../requests/reject-form.ts'

/** Another reason was chosen in the modal: it now asks for that reason's evidence. */
export function onRejectReason(app: App, tools: Tools): void {
  app.action(actions.rejectReason, async ({ ack, body, client }) => {
    await ack()
    const { userId, view, value } = parseClick(body)
    if (!view) return
    const [outcome, reader, keptBack] = await Promise.all([
      prepareRejection(tools.deps, { handoffId: handoffOf(view.private_metadata), userId }),
      readerOf(tools.deps, userId),
      noteKeptBack(tools),
    ])
    const next = outcome.ok
      ? rejectModal(outcome.value, reader, { chosen: value, noteKeptBack: keptBack })
      : refusalModal(outcome.refusal, reader)
    try {
      await client.views.update({ view_id: view.id, hash: view.hash, view: next })
    } catch (error) {
      if (!(error instanceof WebAPIPlatformError && passedOver.has(error.data.error))) throw error
    }
  })
}

/** The person chose yet another reason meanwhile, and that click draws the modal; or closed it, and nothing is to be drawn. */
const passedOver = new Set(['hash_conflict', 'not_found'])
