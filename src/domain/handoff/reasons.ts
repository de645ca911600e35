import { z } from 'zod'
import { localizedSchema } from '../text/language.ts'

/** A family decides what happens next with a rejected lead. */
export const reasonFamilies = ['procedural', 'clerical', 'definitional', 'other'] as const
export type ReasonFamily = (typeof reasonFamilies)[number]

/** What the rejecter is asked for beside the reason: a lead's attribute, a free text, or nothing. */
export const evidenceKinds = ['attribute', 'text', 'none'] as const

/** A reason to reject before contact, as the playbook defines it. Reasons are retired, never deleted. */
export const reasonSchema = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, 'lower-case letters, digits and hyphens'),
  label: localizedSchema,
  family: z.enum(reasonFamilies),
  evidence: z.strictObject({
    kind: z.enum(evidenceKinds),
    required: z.boolean().default(false),
    /** The question put to the rejecter, such as "Which field is wrong?". */
    ask: localizedSchema.optional(),
    /** The attribute that is pre-selected: a field name of the lead. */
    suggests: z.string().optional(),
  }),
  noteRequired: z.boolean().default(false),
  retired: z.boolean().default(false),
})
export type Reason = z.infer<typeof reasonSchema>

/** Characters of what a rejecter says is true. */
export const longestFact = 300

/** Characters of a rejecter's note. */
export const longestNote = 1000

/** The one fact that was wrong: which attribute, what the lead said, and what is true as far as sales knows. */
export interface Evidence {
  /** A field name of the lead, or `null` when the evidence is a free text. */
  attribute: string | null
  /** What the lead said at that moment. */
  stated: string | null
  /** What the rejecter says is true. */
  actual: string | null
}

/** What made an accepted lead good: one optional tap. */
export const praiseCodes = ['right-person', 'right-company', 'clear-intent', 'good-timing'] as const
export type PraiseCode = (typeof praiseCodes)[number]

/** Reasons that say nothing about marketing's quality; every other one does. */
export const proceduralReasons: readonly string[] = ['duplicate', 'wrong-route']
