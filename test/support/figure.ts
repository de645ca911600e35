/** One number that was measured, and the bounds it must keep. */
export interface Figure {
  name: string
  value: number
  atMost?: number
  atLeast?: number
}

export const isReached = ({ value, atMost = Infinity, atLeast = -Infinity }: Figure): boolean =>
  atLeast <= value && value <= atMost

/** `lost: 0 (at most 0: reached)` */
export function lineOf(figure: Figure): string {
  const { name, value } = figure
  const bounds = boundsOf(figure)
  const verdict = bounds && ` (${bounds}: ${isReached(figure) ? 'reached' : 'NOT reached'})`
  return `${name}: ${Number(value.toFixed(2))}${verdict}`
}

/** `at least 99`, `at most 0`, `exactly 600`, or nothing. */
export function boundsOf({ atMost, atLeast }: Figure): string {
  if (atMost !== undefined && atMost === atLeast) return `exactly ${atMost}`
  const parts = [
    ...(atLeast === undefined ? [] : [`at least ${atLeast}`]),
    ...(atMost === undefined ? [] : [`at most ${atMost}`]),
  ]
  return parts.join(', ')
}
