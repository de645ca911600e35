import type { DigestFigures } from '../../domain/digest/figures.ts'
import { wilson } from '../../domain/statistics/wilson.ts'

const nothing = wilson(0, 0)
const noWait = { median: null, ninetieth: null }

/** What digests did not hold when the first of them were stored. */
const since: Pick<
  DigestFigures,
  | 'strictAcceptance'
  | 'clockKept'
  | 'wait'
  | 'separation'
  | 'campaigns'
  | 'tiers'
  | 'previous'
  | 'baseline'
  | 'ledger'
  | 'trend'
> = {
  ...{ strictAcceptance: nothing, clockKept: nothing, wait: { wall: noWait, working: noWait } },
  ...{ separation: null, campaigns: [], tiers: [], previous: null, baseline: null, trend: [] },
  ledger: { made: [], measured: [] },
}

/** Figures as this version reads them, from what any version stored. */
export function storedFigures(figures: unknown): DigestFigures {
  // The JSON is a DigestFigures of its time.
  return { ...since, ...(figures as DigestFigures) }
}
