import { wilson, type Rate } from '../statistics/wilson.ts'

/** Rejections that marketing contested, each counted once however often it was. */
export interface Contested {
  readonly contested: number
  /** Those of them that were then accepted, by the same person or a manager. */
  readonly overturned: number
}

/**
 * Reversal rate (docs/domain.md, "The numbers"): rejections overturned / contested. A contested rejection stands until it
 * is decided again, so one still undecided counts as not overturned. `null` while no contests are recorded.
 */
export function reversalOf(rejections: Contested | null | undefined): Rate | null {
  return rejections ? wilson(rejections.overturned, rejections.contested) : null
}
