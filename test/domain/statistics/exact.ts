/** What the formulas of src/domain/statistics give without any rounding: whole numbers as long as they need to be. */

export interface Share {
  count: number
  of: number
}

export interface Fraction {
  over: bigint
  under: bigint
}

/** The nearest number, or one beside it, also where numerator and denominator are far too large for one. */
export function nearest({ over, under }: Fraction): number {
  const shift = 80 + under.toString(2).length - over.toString(2).length
  const scaled = shift > 0 ? (over << BigInt(shift)) / under : over / (under << BigInt(-shift))
  // In two halves: 2 to the power of -shift alone may be too small for a number.
  const half = Math.trunc(shift / 2)
  return Number(scaled) * 2 ** -half * 2 ** (half - shift)
}

/** How far off a number is, as a share of the right one. */
export function relativeError(number: number, right: Fraction): number {
  const exactly = nearest(right)
  return exactly === 0 ? Math.abs(number) : Math.abs(number - exactly) / Math.abs(exactly)
}

export function choose(n: number, k: number): bigint {
  let ways = 1n
  for (let step = 1; step <= Math.min(k, n - k); step++) ways = (ways * BigInt(n - step + 1)) / BigInt(step)
  return ways
}

/** Fisher's lower tail: the ways to as few successes or fewer, of all ways. */
export function lowerTail({ count, of: n }: Share, { count: successes, of: total }: Share): Fraction {
  const failures = total - successes
  const fewest = Math.max(0, n - failures)
  let ways = choose(successes, fewest) * choose(failures, n - fewest)
  let over = 0n
  for (let x = fewest; x <= count; x++) {
    over += ways
    ways = (ways * BigInt((successes - x) * (n - x))) / BigInt((x + 1) * (failures - n + x + 1))
  }
  return { over, under: choose(total, n) }
}

/** A double is a fraction with a power of two below. */
export function fractionOf(number: number): Fraction {
  let [over, under] = [number, 1n]
  while (!Number.isInteger(over)) [over, under] = [over * 2, under * 2n]
  return { over: BigInt(over), under }
}

export const isLess = (a: Fraction, b: Fraction): boolean => a.over * b.under < b.over * a.under
