import { z as zod } from 'zod'

/** A proportion with its n and its Wilson 95 % interval, all in 0…1; `share` is `null` when `of` is 0. */
export const rateSchema = zod.object({
  count: zod.number(),
  of: zod.number(),
  share: zod.number().nullable(),
  low: zod.number(),
  high: zod.number(),
})
export type Rate = zod.infer<typeof rateSchema>

/** The 97.5 % quantile of the standard normal distribution. */
const z = 1.959963984540054

/**
 * A proportion with Wilson's score interval (E. B. Wilson, JASA 1927): centre (p + z²/2n) / (1 + z²/n), half-width
 * z √(p(1−p)/n + z²/4n²) / (1 + z²/n). 7 of 20 → 0.18…0.57. With n = 0 nothing is known: 0…1.
 */
export function wilson(count: number, of: number): Rate {
  if (of === 0) return { count, of, share: null, low: 0, high: 1 }
  return { count, of, share: count / of, low: lowerBound(count, of), high: 1 - lowerBound(of - count, of) }
}

/** Centre less half-width, multiplied out so that nothing is subtracted: of none it is 0, and none of the digits is lost. */
function lowerBound(count: number, of: number): number {
  const spread = z * Math.sqrt(z ** 2 + (4 * count * (of - count)) / of)
  return (2 * count ** 2) / (of * (2 * count + z ** 2 + spread))
}
