import type { App } from '@slack/bolt'
import { z } from 'zod'
import { parseTarget } from '../../domain/ledger/entry.ts'
import type { Refusal } from '../../domain/handoff/refusal.ts'
import { recordChange } from '../../flows/ledger/record-change.ts'
import { refusalMessage, refusalModal } from '../blocks/parts/refusal.ts'
import { tell } from '../requests/respond.ts'
import type { Tools } from '../requests/tools.ts'
import { changeFields, views } from '../ids.ts'
import { readerOf } from '../drawing/readers.ts'
import { parseSubmission } from '../requests/payloads.ts'

const aboutSchema = z.object({ id: z.string().min(1).max(100), week: z.string().min(1).max(100) })

/** What marketing changed was sent: it goes into the ledger, or the modal says what is still missing. */
export function onChangeSubmit(app: App, tools: Tools): void {
  app.view(views.change, async ({ ack, body, context, client, respond }) => {
    const { userId, privateMetadata, entered } = parseSubmission(body)
    const outcome = await recordChange(tools.deps, {
      ...aboutSchema.parse(JSON.parse(privateMetadata)),
      userId,
      target: parseTarget(entered(changeFields.target) ?? ''),
      what: entered(changeFields.what) ?? '',
      day: entered(changeFields.since),
    })
    if (outcome.ok) {
      await ack()
      return tools.nudge()
    }
    const { refusal } = outcome
    const reader = await readerOf(tools.deps, userId)
    const message = refusalMessage(refusal, reader)
    const field = fieldOf(refusal)
    const isLate = typeof context['answered'] === 'function' && context['answered']() === true
    if (isLate) return tell({ canRespond: false, userId }, { respond, client }, message)
    if (field) return ack({ response_action: 'errors', errors: { [field]: message.text } })
    return ack({ response_action: 'update', view: refusalModal(refusal, reader) })
  })
}

/** The field of the modal that a refusal is about, where it is about one. */
function fieldOf({ kind }: Refusal): string | null {
  if (kind === 'change-target') return changeFields.target
  if (kind === 'change-empty' || kind === 'too-long') return changeFields.what
  return kind === 'change-in-future' || kind === 'change-day' ? changeFields.since : null
}
