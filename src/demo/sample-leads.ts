import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { z } from 'zod'
import { praiseCodes } from '../domain/handoff/reasons.ts'

const person = z.enum(['anna', 'ben', 'carla'])

const acceptSchema = z.strictObject({
  accept: person,
  praise: z.enum(praiseCodes).optional(),
  /** Somebody who clicks the same card at the same moment. */
  contestedBy: person.optional(),
})

const rejectSchema = z.strictObject({
  reject: person,
  reason: z.string(),
  attribute: z.string().optional(),
  actual: z.string().optional(),
  note: z.string().optional(),
})
export type SampleRejection = z.infer<typeof rejectSchema>

/** One sample lead: what its sender posts, what the intake makes of it, and what sales decides. */
const sampleSchema = z.strictObject({
  from: z.enum(['website', 'webinar', 'linkedin', 'event', 'partner', 'content']),
  lead: z.record(z.string(), z.unknown()),
  becomes: z
    .enum(['handed-off', 'held', 'updated', 'unchanged', 'duplicate', 'refused'])
    .default('handed-off'),
  sales: z.union([acceptSchema, rejectSchema]).optional(),
})
export type SampleLead = z.infer<typeof sampleSchema>
export type SampleDecision = NonNullable<SampleLead['sales']>

export const sources = sampleSchema.shape.from.options

/** The leads of the demo's week, in the order they arrive. */
export async function loadSampleLeads(): Promise<SampleLead[]> {
  const file = new URL('./sample-leads.yaml', import.meta.url)
  return z.array(sampleSchema).parse(parse(await readFile(file, 'utf8')))
}
