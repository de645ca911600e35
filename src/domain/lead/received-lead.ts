import { z } from 'zod'
import { knownDetailsSchema, type LeadDetails } from './lead-details.ts'

/** The score a sender computed on its own side, shown beside Baton's. */
export const senderScoreSchema = z.object({ points: z.number(), reasons: z.array(z.string()) })
export type SenderScore = z.infer<typeof senderScoreSchema>

/** A lead as a sender describes it, before Baton decides what becomes of it. */
export interface ReceivedLead {
  source: string
  externalId?: string | undefined
  details: LeadDetails
  senderScore?: SenderScore | undefined
  /** The sender itself says that this lead is qualified. */
  qualified?: boolean | undefined
  /** The sender itself says whether somebody whom sales has had asks again. */
  asksAgain?: boolean | undefined
  isTest?: boolean | undefined
}

/** What the history keeps of it. */
export const recordedLeadSchema = z.object({
  source: z.string(),
  externalId: z.string().optional(),
  details: knownDetailsSchema,
  senderScore: senderScoreSchema.optional(),
  qualified: z.boolean().optional(),
  isTest: z.boolean().optional(),
}) satisfies z.ZodType<ReceivedLead>
