/** One number a bench found, and what it must not exceed. */
export interface Figure {
  name: string
  value: number
  atMost?: number
}

/** Measures one thing against another in the same run. */
export type Bench = (options: {
  /** How often the two take turns; medians are told. */
  rounds: number
  /** How much there is to work on; each bench has its own usual size. */
  size?: number
  report: (line: string) => void
}) => Promise<Figure[]>

export const isReached = ({ value, atMost }: Figure): boolean => atMost === undefined || value <= atMost
