import { z } from 'zod'
import { conditionSchema } from '../qualify/condition.ts'
import { localizedSchema } from '../text/language.ts'
import { slugSchema } from '../text/slug.ts'

const buyingRoles = ['champion', 'economic', 'technical', 'user', 'blocker'] as const

/** One point of Revella's five rings of buying insight, with where it comes from. */
const insightSchema = z.strictObject({
  point: localizedSchema,
  quote: localizedSchema.optional(),
  source: z.string().optional(),
  basis: z.enum(['interview', 'assumption']).default('assumption'),
})

/** The shared picture of one kind of buyer. A negative persona describes whom not to reach. */
export const personaSchema = z.strictObject({
  key: slugSchema,
  name: localizedSchema,
  oneLine: localizedSchema,
  aliases: z.array(z.string()).default([]),
  status: z.enum(['draft', 'active', 'retired']).default('active'),
  negative: z.boolean().default(false),
  owner: z.string().optional(),
  reviewer: z.string().optional(),
  reviewedAt: z.iso.date().optional(),
  nextReviewAt: z.iso.date().optional(),
  /** Criteria a machine can check; a lead that matches an `exclude` is not this persona. */
  recognise: z.strictObject({
    include: z.array(conditionSchema.and(z.strictObject({ label: localizedSchema }))),
    exclude: z.array(conditionSchema.and(z.strictObject({ label: localizedSchema }))).default([]),
  }),
  buyingRole: z.enum(buyingRoles),
  rings: z.strictObject({
    priorityInitiative: z.array(insightSchema).default([]),
    successFactors: z.array(insightSchema).default([]),
    perceivedBarriers: z.array(insightSchema).default([]),
    buyersJourney: z.array(insightSchema).default([]),
    decisionCriteria: z.array(insightSchema).default([]),
  }),
  use: z.strictObject({
    opener: localizedSchema.optional(),
    questions: z.array(localizedSchema).default([]),
    objection: localizedSchema.optional(),
    answer: localizedSchema.optional(),
    proofLink: z.url({ protocol: /^https$/ }).optional(),
    doNotSay: z.array(localizedSchema).default([]),
  }),
})
export type PersonaDocument = z.infer<typeof personaSchema>
export type Persona = PersonaDocument & { version: number }

/** What was agreed on of a persona, without which version that is. */
export const personaDocument = (persona: Persona): PersonaDocument => personaSchema.strip().parse(persona)
