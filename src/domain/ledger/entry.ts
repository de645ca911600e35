import { z } from 'zod'
import { sliceKinds } from '../digest/slice-kind.ts'
import { measurementSchema, type Measurement } from './measurement.ts'

/** Characters of what was changed: a sentence or two. */
export const longestChange = 300

/** What a change is aimed at: all leads, one source, campaign, persona or tier, or one reason of rejection. */
const targetSchema = z.object({
  by: z.enum(['all', ...sliceKinds, 'reason']),
  /** Empty for all leads. */
  key: z.string(),
})
export type Target = z.infer<typeof targetSchema>

/** `source:webinar`, `reason:role-fit`, `all:`: a target as a menu carries it; what is none of them means all leads. */
export function parseTarget(id: string): Target {
  const by = (['reason', ...sliceKinds] as const).find((kind) => id.startsWith(`${kind}:`))
  return by ? { by, key: id.slice(by.length + 1) } : { by: 'all', key: '' }
}

export const targetId = ({ by, key }: Target): string => `${by}:${key}`

/** One line of the ledger: what marketing changed after a digest, or that it put it off. */
export interface LedgerEntry {
  id: string
  /** The digest it answers: an ISO week. */
  week: string
  kind: 'changed' | 'not-now'
  target: Target
  /** What was changed, in marketing's own words; empty for what was put off. */
  what: string
  /** Slack id of who said so. */
  by: string
  at: Date
  /** From when on the change is in force. */
  since: Date
  /** Four weeks before and four weeks after, once they are over. */
  measured: Measurement | null
}

/** A line of the ledger as a digest keeps it; instants are ISO strings. */
export const lineSchema = z.object({
  id: z.string(),
  target: targetSchema,
  what: z.string(),
  by: z.string(),
  since: z.string(),
  measured: measurementSchema.nullable(),
})
export type LedgerLine = z.infer<typeof lineSchema>

export const lineOf = ({ id, target, what, by, since, measured }: LedgerEntry): LedgerLine => ({
  ...{ id, target, what, by, measured },
  since: since.toISOString(),
})
