import type { Decision } from './handoff.ts'
import type { Barrier } from '../people/permissions.ts'

/** An expected "no", answered privately with what happened and what to do next. Never thrown. */
export type Refusal =
  | { kind: 'already-decided'; decision: Decision }
  | { kind: 'expired'; at: Date }
  | { kind: 'not-handed-off' }
  | { kind: 'still-open' }
  | { kind: 'lead-unknown' }
  | { kind: 'not-allowed'; barrier: Barrier }
  | { kind: 'reason-unknown'; code: string }
  | { kind: 'note-required' }
  | { kind: 'evidence-required' }
  | { kind: 'not-yours'; owner: string }
  | { kind: 'change-empty' }
  /** `most` characters fit into that field. */
  | { kind: 'too-long'; field: 'note' | 'actual' | 'what'; most: number }
  | { kind: 'change-target' }
  | { kind: 'change-day' }
  | { kind: 'change-in-future' }
  | { kind: 'told-already' }
  | { kind: 'week-unknown'; week: string }

export type Outcome<T> = { ok: true; value: T } | { ok: false; refusal: Refusal }

export const refuse = (refusal: Refusal): { ok: false; refusal: Refusal } => ({ ok: false, refusal })
export const allow = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })
