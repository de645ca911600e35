import { z } from 'zod'
import { check, conditionSchema } from './condition.ts'
import { localizedSchema, type Localized } from '../text/language.ts'
import type { ReceivedLead } from '../lead/received-lead.ts'

/** Points with a name, given when all conditions hold: "+15 VP title", "−15 fewer than 50 employees". */
export const scoringRuleSchema = z.strictObject({
  name: localizedSchema,
  points: z.number().int().min(-100).max(100),
  when: z.array(conditionSchema).min(1),
})
export const scoringSchema = z.strictObject({
  /** Points at which a lead is qualified. */
  threshold: z.number().int(),
  rules: z.array(scoringRuleSchema),
})
export type Scoring = z.infer<typeof scoringSchema>

export interface Score {
  points: number
  threshold: number
  /** The rules that applied, largest effect first. */
  reasons: { name: Localized; points: number }[]
}

/** Fit and engagement points of a lead: the sum of the rules whose conditions all match. */
export function scoreLead(lead: Pick<ReceivedLead, 'source' | 'details'>, scoring: Scoring): Score {
  const reasons = scoring.rules
    .filter((rule) => rule.when.every((condition) => check(condition, lead) === 'matched'))
    .map(({ name, points }) => ({ name, points }))
    .toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points))
  const points = reasons.reduce((sum, reason) => sum + reason.points, 0)
  return { points, threshold: scoring.threshold, reasons }
}
