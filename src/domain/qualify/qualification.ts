import { z } from 'zod'
import { senderScoreSchema } from '../lead/received-lead.ts'
import { personaMatchSchema } from './persona-match.ts'
import { scoreSchema } from './score.ts'

/** How urgent a handoff is; each tier has its own accept clock in the playbook. */
export const tiers = ['hot', 'standard', 'low'] as const
export type Tier = (typeof tiers)[number]

/** Why a lead is handed off, frozen at that moment: it is never computed anew under later rules. */
export const qualificationSchema = z.object({
  /** `return`: by its points it would be held, but sales has had it, and it asks again. */
  because: z.enum(['sender', 'score', 'return']),
  score: scoreSchema,
  senderScore: senderScoreSchema.nullable(),
  persona: personaMatchSchema.nullable(),
  tier: z.enum(tiers),
  playbookVersion: z.number(),
  /** The version of the MQL definition in force. */
  definitionVersion: z.number(),
})
export type Qualification = z.infer<typeof qualificationSchema>
