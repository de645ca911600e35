import { quantileOf, type Quantile } from '../statistics/kaplan-meier.ts'
import { wilson, type Rate } from '../statistics/wilson.ts'

/** Acceptances that have waited equally long for the first real attempt to reach the lead. */
export interface TouchWait {
  /**
   * Working minutes, not rounded: from the acceptance to the first touch, or for the untouched to the moment of counting,
   * or to when the acceptance was released, lapsed or closed without one.
   */
  readonly after: number
  /** Working minutes agreed for a first touch when the lead was accepted. */
  readonly target: number
  readonly touched: number
  readonly untouched: number
}

/** From acceptance to first touch: how long, in working minutes, and how many of those due were within the target. */
export interface FirstTouch {
  median: Quantile | null
  withinTarget: Rate
}

/**
 * Accept → first touch (docs/domain.md, "The numbers"). Median: Kaplan and Meier's, the untouched right-censored. Within
 * target: touched within target / (touched + untouched past target). Who is untouched with the target still to come is left
 * out, as from the clock kept. Exactly on the target a touch is within it, and who is untouched is counted.
 * `null` while no first touches are recorded.
 */
export function firstTouchOf(waits: readonly TouchWait[] | null | undefined): FirstTouch | null {
  if (!waits) return null
  const touched = sum(waits.map((wait) => wait.touched))
  const within = sum(waits.map((wait) => (wait.after <= wait.target ? wait.touched : 0)))
  const missed = sum(waits.map((wait) => (wait.after >= wait.target ? wait.untouched : 0)))
  const endings = waits.map((wait) => ({
    ...{ after: wait.after, decided: wait.touched, censored: wait.untouched },
  }))
  return { median: quantileOf(endings, 0.5), withinTarget: wilson(within, touched + missed) }
}

const sum = (counts: number[]): number => counts.reduce((total, count) => total + count, 0)
