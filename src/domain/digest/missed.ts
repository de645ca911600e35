import { wilson, type Rate } from '../statistics/wilson.ts'

/** A rejected lead; of several rejections the first. */
export interface RejectedLead {
  readonly rejectedAt: Date
  /** When the CRM's first opportunity of that lead after the rejection began. */
  readonly opportunityAt: Date | null
}

/**
 * Missed by sales (docs/domain.md, "The numbers"): rejected leads that later became an opportunity / rejected. An
 * opportunity that was there when the lead was rejected is no miss: that lead was a duplicate. With time the rate can only
 * grow. `null` while no opportunities are recorded.
 * @param now the moment of counting: what happened after it is not known yet
 */
export function missedOf(leads: readonly RejectedLead[] | null | undefined, now: Date): Rate | null {
  if (!leads) return null
  const rejected = leads.filter(({ rejectedAt }) => rejectedAt <= now)
  const missed = rejected.filter(
    ({ rejectedAt, opportunityAt }) =>
      opportunityAt !== null && opportunityAt > rejectedAt && opportunityAt <= now,
  )
  return wilson(missed.length, rejected.length)
}
