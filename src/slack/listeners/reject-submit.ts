import type { App } from '@slack/bolt'
import { rejectLead } from '../../flows/handoff/reject-lead.ts'
import { refusalMessage, refusalModal } from '../blocks/parts/refusal.ts'
import { tell } from '../requests/respond.ts'
import { updateCardNow } from '../drawing/card-now.ts'
import type { Tools } from '../requests/tools.ts'
import { views } from '../ids.ts'
import { readerOf } from '../drawing/readers.ts'
import { fieldOfRefusal, parseRejectForm } from '../requests/reject-form.ts'

/**
 * The reject modal was sent. The answer carries what is still missing, or why it is too late; so it follows the
 * decision, and when that takes too long the refusal comes as a direct message.
 */
export function onRejectSubmit(app: App, tools: Tools): void {
  app.view(views.reject, async ({ ack, body, context, client, respond }) => {
    const { userId, block, ...rejection } = parseRejectForm(body)
    const outcome = await rejectLead(tools.deps, { ...rejection, userId })
    if (outcome.ok) {
      await ack()
      tools.nudge()
      return updateCardNow(tools, client, outcome.value)
    }
    const { refusal } = outcome
    const reader = await readerOf(tools.deps, userId)
    const message = refusalMessage(refusal, reader)
    const field = fieldOfRefusal(refusal, block)
    const isLate = typeof context['answered'] === 'function' && context['answered']() === true
    if (isLate) return tell({ canRespond: false, userId }, { respond, client }, message)
    if (field) return ack({ response_action: 'errors', errors: { [field]: message.text } })
    return ack({ response_action: 'update', view: refusalModal(refusal, reader) })
  })
}
