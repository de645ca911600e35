import type { ModalView } from '@slack/types'
import { z } from 'zod'
import type { Evidence } from '../domain/reasons.ts'
import type { Refusal } from '../domain/refusal.ts'
import { rejectFields } from './ids.ts'

type Field = keyof typeof rejectFields

const inputSchema = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
})

const submissionSchema = z.object({
  user: z.object({ id: z.string() }),
  view: z.object({
    private_metadata: z.string(),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), inputSchema)) }),
  }),
})

const aboutSchema = z.object({
  handoffId: z.string().min(1),
  card: z.object({ channel: z.string(), ts: z.string() }).nullish(),
})

/** What the modal is about: a handoff, and the card whose button opened it. */
export interface About {
  handoffId: string
  card: { channel: string; ts: string } | null
}

export interface RejectForm extends About {
  userId: string
  reason: string
  evidence: Evidence | null
  note: string | null
  /** The block an error belongs to, `null` when the modal does not show that field. */
  block: (field: Field) => string | null
}

export function aboutOf(privateMetadata: string): About {
  const { handoffId, card } = aboutSchema.parse(JSON.parse(privateMetadata))
  return { handoffId, card: card ?? null }
}

/** The modal, remembering which card it was opened from, so that this card can be locked at once. */
export function openedFrom(view: ModalView, about: About): ModalView {
  return { ...view, private_metadata: JSON.stringify(about) }
}

/** What somebody entered in the reject modal. */
export function parseRejectForm(body: unknown): RejectForm {
  const { user, view } = submissionSchema.parse(body)
  const blocks = Object.keys(view.state.values)
  const block = (field: Field): string | null => blocks.find((id) => names(id, rejectFields[field])) ?? null
  const entered = (field: Field): string | null => {
    const [input] = Object.values(view.state.values[block(field) ?? ''] ?? {})
    return (input?.selected_option?.value ?? input?.value)?.trim() || null
  }
  return {
    userId: user.id,
    ...aboutOf(view.private_metadata),
    reason: entered('reason') ?? '',
    evidence: evidenceOf(entered('attribute'), entered('actual')),
    note: entered('note'),
    block,
  }
}

/** A block's id may carry the reason it was drawn for: Slack would otherwise keep what was entered before. */
function names(blockId: string, field: string): boolean {
  return blockId === field || blockId.startsWith(`${field}:`)
}

/** What the lead stated is not taken from the form: the flow reads it from the lead. */
function evidenceOf(attribute: string | null, actual: string | null): Evidence | null {
  return attribute === null && actual === null ? null : { attribute, stated: null, actual }
}

/** The field of the modal that a refusal is about, where it is about one. */
export function fieldOfRefusal(refusal: Refusal, block: RejectForm['block']): string | null {
  switch (refusal.kind) {
    case 'reason-unknown':
      return block('reason')
    case 'note-required':
      return block('note')
    case 'evidence-required':
      return block('actual') ?? block('attribute')
    case 'already-decided':
    case 'expired':
    case 'not-handed-off':
    case 'lead-unknown':
    case 'not-allowed':
    case 'not-yours':
      return null
  }
}
