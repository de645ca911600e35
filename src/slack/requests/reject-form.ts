import { z } from 'zod'
import type { Evidence } from '../../domain/handoff/reasons.ts'
import type { Refusal } from '../../domain/handoff/refusal.ts'
import { rejectFields } from '../ids.ts'
import { parseSubmission } from './payloads.ts'

type Field = keyof typeof rejectFields

const aboutSchema = z.object({ handoffId: z.string().min(1) })

export interface RejectForm {
  handoffId: string
  userId: string
  reason: string
  evidence: Evidence | null
  note: string | null
  /** The block an error belongs to, `null` when the modal does not show that field. */
  block: (field: Field) => string | null
}

/** The handoff that the modal is about. */
export function handoffOf(privateMetadata: string): string {
  return aboutSchema.parse(JSON.parse(privateMetadata)).handoffId
}

/** What somebody entered in the reject modal. */
export function parseRejectForm(body: unknown): RejectForm {
  const { userId, privateMetadata, blockIds, entered: inBlock } = parseSubmission(body)
  const block = (field: Field): string | null => blockIds.find((id) => names(id, rejectFields[field])) ?? null
  const entered = (field: Field): string | null => inBlock(block(field) ?? '')
  return {
    userId,
    handoffId: handoffOf(privateMetadata),
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
    case 'too-long':
      return refusal.field === 'what' ? null : block(refusal.field)
    case 'note-required':
      return block('note')
    case 'evidence-required':
      return block('actual') ?? block('attribute')
    case 'already-decided':
    case 'expired':
    case 'not-handed-off':
    case 'still-open':
    case 'lead-unknown':
    case 'not-allowed':
    case 'not-yours':
    case 'change-empty':
    case 'change-target':
    case 'change-day':
    case 'change-in-future':
    case 'told-already':
    case 'week-unknown':
      return null
  }
}
