import { z } from 'zod'
import { check, conditionSchema } from './condition.ts'
import { localizedSchema } from '../text/language.ts'
import { slugSchema } from '../text/slug.ts'
import type { ReceivedLead } from '../lead/received-lead.ts'

/** Points with a name, given when all conditions hold: "+15 VP title", "−15 fewer than 50 employees". */
const scoringRuleSchema = z.strictObject({
  /** Stays when the rule's name changes, and is in no other rule of the playbook. */
  id: slugSchema,
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

/** A score as it is frozen on a handoff. */
export const scoreSchema = z.object({
  points: z.number(),
  threshold: z.number(),
  /** The rules that applied, largest effect first. Before rules had ids, none was kept. */
  reasons: z.array(
    z.object({ id: z.string().nullable().default(null), name: localizedSchema, points: z.number() }),
  ),
})
export type Score = z.infer<typeof scoreSchema>

/** Fit and engagement points of a lead: the sum of the rules whose conditions all match. */
export function scoreLead(lead: Pick<ReceivedLead, 'source' | 'details'>, scoring: Scoring): Score {
  const reasons = scoring.rules
    .filter((rule) => rule.when.every((condition) => check(condition, lead) === 'matched'))
    .map(({ id, name, points }) => ({ id, name, points }))
    .toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points))
  const points = reasons.reduce((sum, reason) => sum + reason.points, 0)
  return { points, threshold: scoring.threshold, reasons }
}
