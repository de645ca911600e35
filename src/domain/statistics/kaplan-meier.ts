import { z } from 'zod'

/** How many were decided, and how many were last seen undecided, after so long. */
export interface Ending {
  /** Any unit, the same for all. */
  after: number
  decided: number
  censored: number
}

/** A quantile of a duration. `reached` false: it is longer than `value`, the longest that anybody was seen. */
export const quantileSchema = z.object({ value: z.number(), reached: z.boolean() })
export type Quantile = z.infer<typeof quantileSchema>

/**
 * The time within which this share (0…1) was decided, by Kaplan and Meier's estimate (JASA 1958):
 * S(t) = Π (1 − dᵢ/nᵢ) over the times of decisions up to t, where nᵢ are those still undecided just before. Who was
 * last seen undecided counts for as long as they were seen. The answer is the first t with S(t) ≤ 1 − share, as R's
 * `quantile(survfit(…))` without its middle of a flat stretch. `null` without anybody.
 */
export function quantileOf(endings: Ending[], share: number): Quantile | null {
  const sorted = endings
    .filter(({ decided, censored }) => decided + censored > 0)
    .toSorted((a, b) => a.after - b.after)
  let atRisk = sorted.reduce((sum, { decided, censored }) => sum + decided + censored, 0)
  if (atRisk === 0) return null
  let undecided = 1
  for (const [at, same] of Map.groupBy(sorted, ({ after }) => after)) {
    const decided = same.reduce((sum, ending) => sum + ending.decided, 0)
    undecided *= (atRisk - decided) / atRisk
    if (decided > 0 && undecided <= 1 - share + rounding) return { value: at, reached: true }
    atRisk -= same.reduce((sum, ending) => sum + ending.decided + ending.censored, 0)
  }
  return { value: sorted.at(-1)?.after ?? 0, reached: false }
}

/** What a product of 40,000 quotients may be off by. */
const rounding = 1e-11
