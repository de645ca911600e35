import type { App } from '@slack/bolt'
import { z } from 'zod'
import { parseTarget } from '../../domain/ledger/entry.ts'
import type { Refusal } from '../../domain/handoff/refusal.ts'
import { recordChange } from '../../flows/ledger/record-change.ts'
import { refusalMessage, refusalModal } from '../blocks/parts/refusal.ts'
import { tell } from '../requests/answer.ts'
import type { Desk } from '../people/desk.ts'
import { changeFields, views } from '../ids.ts'
import { privateLook } from '../drawing/look.ts'
import { parseSubmission } from '../requests/payloads.ts'

const aboutSchema = z.object({ id: z.string().min(1).max(100), week: z.string().min(1).max(100) })

/** What marketing changed was sent: it goes into the ledger, or the modal says what is still missing. */
export function onChangeSubmit(app: App, desk: Desk): void {
  app.view(views.change, async ({ ack, body, context, client, respond }) => {
    const { userId, privateMetadata, entered } = parseSubmission(body)
    const outcome = await recordChange(desk.deps, {
      ...aboutSchema.parse(JSON.parse(privateMetadata)),
      userId,
      target: parseTarget(entered(changeFields.target) ?? ''),
      what: entered(changeFields.what) ?? '',
      day: entered(changeFields.since),
    })
    if (outcome.ok) {
      await ack()
      return desk.nudge()
    }
    const { refusal } = outcome
    const look = await privateLook(desk.deps, userId)
    const message = refusalMessage(refusal, look)
    const field = fieldOf(refusal)
    const isLate = typeof context['answered'] === 'function' && context['answered']() === true
    if (isLate) return tell({ canRespond: false, userId }, { respond, client }, message)
    if (field) return ack({ response_action: 'errors', errors: { [field]: message.text } })
    return ack({ response_action: 'update', view: refusalModal(refusal, look) })
  })
}

/** The field of the modal that a refusal is about, where it is about one. */
function fieldOf({ kind }: Refusal): string | null {
  if (kind === 'change-target') return changeFields.target
  if (kind === 'change-empty' || kind === 'too-long') return changeFields.what
  return kind === 'change-in-future' || kind === 'change-day' ? changeFields.since : null
}
