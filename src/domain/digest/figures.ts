import { z } from 'zod'
import { praiseCodes } from '../handoff/reasons.ts'
import { lineSchema } from '../ledger/entry.ts'
import { quantileSchema } from '../statistics/kaplan-meier.ts'
import { rateSchema, wilson } from '../statistics/wilson.ts'

const reasonShareSchema = z.object({
  code: z.string(),
  count: z.number(),
  share: z.number(),
  cumulative: z.number(),
})
export type ReasonShare = z.infer<typeof reasonShareSchema>

/** One source, campaign, persona or tier; `lost` is n × the gap to the other leads, the order of the list. */
const sliceSchema = z.object({
  key: z.string(),
  delivered: z.number(),
  acceptance: rateSchema,
  lost: z.number(),
  /** Whether its acceptance is lower than that of the others beyond what chance explains. */
  worse: z.boolean().default(false),
})
export type Slice = z.infer<typeof sliceSchema>

const quoteSchema = z.object({ reason: z.string(), note: z.string(), source: z.string() })
export type Quote = z.infer<typeof quoteSchema>

/** Minutes to a decision: the median, and what nine of ten were decided within. */
const waitSchema = z.object({ median: quantileSchema.nullable(), ninetieth: quantileSchema.nullable() })
export type Wait = z.infer<typeof waitSchema>

/** An earlier week, for comparison. */
const earlierSchema = z.object({
  week: z.string(),
  delivered: z.number(),
  coverage: rateSchema,
  acceptance: rateSchema,
})
export type Earlier = z.infer<typeof earlierSchema>

/** One week of the trend. */
const trendPointSchema = earlierSchema.omit({ delivered: true })
export type TrendPoint = z.infer<typeof trendPointSchema>

/** What somebody looked up and did not find, and how often. */
const missSchema = z.object({ term: z.string(), count: z.number() })
export type Miss = z.infer<typeof missSchema>

const nothing = wilson(0, 0)
const noWait = { median: null, ninetieth: null }

/**
 * The numbers of one week's cohort (docs/domain.md), as they are stored and shown. They are never counted again: what the
 * first digests did not hold has a value that shows nothing.
 */
export const figuresSchema = z.object({
  /** ISO week, such as `2026-W47`, in the workspace's zone. */
  week: z.string(),
  /** Instants as ISO strings; `to` is exclusive. */
  from: z.string(),
  to: z.string(),
  delivered: z.number(),
  accepted: z.number(),
  rejected: z.number(),
  expired: z.number(),
  open: z.number(),
  coverage: rateSchema,
  acceptance: rateSchema,
  qualityAcceptance: rateSchema,
  strictAcceptance: rateSchema.default(nothing),
  clockKept: rateSchema.default(nothing),
  wait: z.object({ wall: waitSchema, working: waitSchema }).default({ wall: noWait, working: noWait }),
  /** How well the score tells accepted from rejected, 0.5…1; `null` when there is nothing to tell. */
  separation: z.number().nullable().default(null),
  reasons: z.array(reasonShareSchema),
  /** Rejections whose reason is known: all of them today, and printed as "n of m". */
  reasonsKnown: z.object({ count: z.number(), of: z.number() }),
  praise: z.array(z.object({ code: z.enum(praiseCodes), count: z.number() })),
  sources: z.array(sliceSchema),
  campaigns: z.array(sliceSchema).default([]),
  personas: z.array(sliceSchema),
  tiers: z.array(sliceSchema).default([]),
  quotes: z.array(quoteSchema),
  /** The week before as it stands now: its cohort goes on maturing. */
  previous: earlierSchema.nullable().default(null),
  /** Acceptance over the eight weeks before, from their own digests. */
  baseline: z.object({ weeks: z.number(), acceptance: rateSchema }).nullable().default(null),
  /** This week and those before it that had enough answers to be compared, the earliest first. */
  trend: z.array(trendPointSchema).default([]),
  /** You said → we did: what was newly changed, and what four weeks of a change have shown. */
  ledger: z
    .object({ made: z.array(lineSchema), measured: z.array(lineSchema) })
    .default({ made: [], measured: [] }),
  /** What people looked up in that week and did not find, what was asked for most first. */
  misses: z.array(missSchema).default([]),
})
export type DigestFigures = z.infer<typeof figuresSchema>

/** The figures without what people wrote. */
export type DigestNumbers = Omit<DigestFigures, 'quotes' | 'misses'>
