import { z } from 'zod'
import type { Rate } from './wilson.ts'

/** Between which bounds, in shares from −1 to 1, the true difference of two proportions lies with 95 %. */
export const differenceSchema = z.object({ low: z.number(), high: z.number() })
export type Difference = z.infer<typeof differenceSchema>

/**
 * The difference `after − before` of two independent proportions by the hybrid score method: from Wilson's bounds
 * (l₁, u₁) of p₁ and (l₂, u₂) of p₂, low = (p₁ − p₂) − √((p₁ − l₁)² + (u₂ − p₂)²), high = (p₁ − p₂) + √((u₁ − p₁)² + (p₂ − l₂)²).
 * Source: R. G. Newcombe, Statistics in Medicine 17 (1998) 873–890, method 10. `null` when either has no n.
 */
export function newcombe(after: Rate, before: Rate): Difference | null {
  if (after.share === null || before.share === null) return null
  const gap = after.share - before.share
  return {
    low: gap - Math.hypot(after.share - after.low, before.high - before.share),
    high: gap + Math.hypot(after.high - after.share, before.share - before.low),
  }
}
