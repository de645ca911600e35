import { z } from 'zod'
import { recordedLeadSchema } from '../lead/received-lead.ts'
import { qualificationSchema } from '../qualify/qualification.ts'
import { ladderSchema, originSchema } from './handoff.ts'
import { evidenceSchema, praiseCodes, reasonFamilies } from './reasons.ts'

/** Who caused an event. */
export const actorSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), id: z.string() }),
  z.object({ kind: z.literal('source'), name: z.string() }),
  z.object({ kind: z.literal('system'), name: z.string() }),
])
export type Actor = z.infer<typeof actorSchema>

const handoffId = z.string()
const workingMinutes = z.number().nullable()

/** What happened, with what is needed to rebuild the state from it. Older formats are lifted to this: see stored-event. */
export const eventBodySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('lead-received'), lead: recordedLeadSchema }),
  z.object({ type: z.literal('lead-updated'), lead: recordedLeadSchema }),
  z.object({
    type: z.literal('lead-handed-off'),
    handoffId,
    round: z.number(),
    follows: z.string().nullable(),
    /** `null`: the lead's own, as it was at that moment. */
    origin: originSchema.nullable(),
    qualification: qualificationSchema,
    ladder: ladderSchema.nullable(),
    dueAt: z.coerce.date(),
    channel: z.string(),
  }),
  z.object({ type: z.literal('handoff-moved'), handoffId, channel: z.string() }),
  z.object({
    type: z.literal('duplicate-noted'),
    handoffId,
    source: z.string(),
    externalId: z.string().nullable(),
  }),
  z.object({ type: z.literal('lead-accepted'), handoffId, workingMinutes }),
  z.object({ type: z.literal('lead-praised'), handoffId, praise: z.enum(praiseCodes) }),
  z.object({
    type: z.literal('lead-rejected'),
    handoffId,
    reason: z.string(),
    family: z.enum(reasonFamilies),
    evidence: evidenceSchema.nullable(),
    note: z.string().nullable(),
    workingMinutes,
  }),
  z.object({ type: z.literal('lead-expired'), handoffId }),
  z.object({ type: z.literal('contact-shown'), handoffId }),
])
export type LeadEventBody = z.infer<typeof eventBodySchema>

/** One entry of a lead's append-only history. `version` is its place in that history, from 1. */
export type LeadEvent = LeadEventBody & {
  leadId: string
  version: number
  at: Date
  by: Actor
}
