import { wilson, type Rate } from '../statistics/wilson.ts'

/** One handoff that was recycled into nurture. */
export interface Recycled {
  readonly recycledAt: Date
  /** When a later round of the same lead was first accepted. */
  readonly acceptedAt: Date | null
}

/** A recycled lead gets so long to come back before it is counted: 60 times 24 hours. */
const grace = 60 * 24 * 60 * 60_000

/**
 * Recycle recovery (docs/domain.md, "The numbers"): recycled later accepted / recycled at least 60 days ago. Both are of the
 * same handoffs: who was recycled less than 60 days ago is left out even when accepted again. `null` while no recycling is
 * recorded.
 * @param now the moment of counting: what was accepted after it is not known yet
 */
export function recoveryOf(recycled: readonly Recycled[] | null | undefined, now: Date): Rate | null {
  if (!recycled) return null
  const old = recycled.filter(({ recycledAt }) => now.getTime() - recycledAt.getTime() >= grace)
  const recovered = old.filter(
    ({ recycledAt, acceptedAt }) => acceptedAt !== null && acceptedAt > recycledAt && acceptedAt <= now,
  )
  return wilson(recovered.length, old.length)
}
