import type { App } from '@slack/bolt'
import { WebAPIPlatformError } from '@slack/web-api'
import { prepareRejection } from '../../flows/handoff/prepare-rejection.ts'
import { refusalModal } from '../blocks/parts/refusal.ts'
import { rejectModal } from '../blocks/card/reject-modal.ts'
import type { Desk } from '../people/desk.ts'
import { actions } from '../ids.ts'
import { privateLook } from '../drawing/look.ts'
import { noteKeptBack } from '../delivery/note-kept-back.ts'
import { parseClick } from '../requests/payloads.ts'
import { handoffOf } from '../requests/reject-form.ts'

/** Another reason was chosen in the modal: it now asks for that reason's evidence. */
export function onRejectReason(app: App, desk: Desk): void {
  app.action(actions.rejectReason, async ({ ack, body, client }) => {
    await ack()
    const { userId, view, value } = parseClick(body)
    if (!view) return
    const [outcome, look, keptBack] = await Promise.all([
      prepareRejection(desk.deps, { handoffId: handoffOf(view.private_metadata), userId }),
      privateLook(desk.deps, userId),
      noteKeptBack(desk),
    ])
    const next = outcome.ok
      ? rejectModal(outcome.value, look, { chosen: value, noteKeptBack: keptBack })
      : refusalModal(outcome.refusal, look)
    try {
      await client.views.update({ view_id: view.id, hash: view.hash, view: next })
    } catch (error) {
      if (!(error instanceof WebAPIPlatformError && passedOver.has(error.data.error))) throw error
    }
  })
}

/** The person chose yet another reason meanwhile, and that click draws the modal; or closed it, and nothing is to be drawn. */
const passedOver = new Set(['hash_conflict', 'not_found'])
