import { z } from 'zod'
import { localizedSchema } from '../text/language.ts'
import { slugSchema } from '../text/slug.ts'

/** A family decides what happens next with a rejected lead, and whether it counts against marketing. */
export const reasonFamilies = ['procedural', 'clerical', 'definitional', 'other'] as const
export type ReasonFamily = (typeof reasonFamilies)[number]

/** The family that says nothing about marketing's quality; a rejection of every other one does. */
export const notOfQuality: ReasonFamily = 'procedural'

/** The families of the reasons there were before the family was kept with each rejection. */
const firstFamilies = new Map<string, ReasonFamily>([
  ...(['duplicate', 'wrong-route'] as const).map((code) => [code, 'procedural'] as const),
  ...(['spam', 'bad-data'] as const).map((code) => [code, 'clerical'] as const),
  ...(['company-fit', 'role-fit', 'low-intent'] as const).map((code) => [code, 'definitional'] as const),
])

/** The family of a rejection that was made before the family was kept with it; the migration of the rows says the same. */
export const familyAtFirst = (code: string): ReasonFamily => firstFamilies.get(code) ?? 'other'

/** What the rejecter is asked for beside the reason: a lead's attribute, a free text, or nothing. */
export const evidenceKinds = ['attribute', 'text', 'none'] as const

/** A reason to reject before contact, as the playbook defines it. Reasons are retired, never deleted. */
export const reasonSchema = z.strictObject({
  code: slugSchema,
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
export const evidenceSchema = z.object({
  /** A field name of the lead, or `null` when the evidence is a free text. */
  attribute: z.string().nullable(),
  /** What the lead said at that moment. */
  stated: z.string().nullable(),
  /** What the rejecter says is true. */
  actual: z.string().nullable(),
})
export type Evidence = z.infer<typeof evidenceSchema>

/** What made an accepted lead good: one optional tap. */
export const praiseCodes = ['right-person', 'right-company', 'clear-intent', 'good-timing'] as const
export type PraiseCode = (typeof praiseCodes)[number]
