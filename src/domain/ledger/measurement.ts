import { z } from 'zod'
import { differenceSchema } from '../statistics/newcombe.ts'
import { rateSchema } from '../statistics/wilson.ts'

/** Before and after a change, and what may be said of it: acceptance, or for a reason its share of all answers. */
export const measurementSchema = z.object({
  before: rateSchema,
  after: rateSchema,
  difference: differenceSchema.nullable(),
  /** `unclear`: what was seen may well be chance. */
  verdict: z.enum(['better', 'worse', 'unclear', 'too-few']),
})
export type Measurement = z.infer<typeof measurementSchema>
export type Verdict = Measurement['verdict']
