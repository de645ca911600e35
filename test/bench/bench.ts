import type { Figure } from '../support/figure.ts'

/** Measures one thing against another in the same run. */
export type Bench = (options: {
  /** How often the two take turns; medians are told. */
  rounds: number
  /** How much there is to work on; each bench has its own usual size. */
  size?: number
  report: (line: string) => void
}) => Promise<Figure[]>
