import type { Fraction, Share } from './exact.ts'

/** Roots have no end; they are cut after so many decimals. */
const one = 10n ** 60n
/** The 97.5 % quantile of the standard normal distribution, as src/domain/statistics/wilson.ts has it. */
const z = 1_959_963_984_540_054n * 10n ** 45n

const fraction = (over: bigint): Fraction => ({ over, under: one })
const times = (a: bigint, b: bigint): bigint => (a * b) / one
const difference = (a: Fraction, b: Fraction): bigint => a.over - b.over

function root(square: bigint): bigint {
  if (square === 0n) return 0n
  let guess = 1n << BigInt(Math.ceil((square * one).toString(2).length / 2))
  for (;;) {
    const next = (guess + (square * one) / guess) / 2n
    if (next >= guess) return guess
    guess = next
  }
}

/** Wilson's bounds: (2k + z² ∓ z √(z² + 4k(n − k)/n)) / 2(n + z²). */
export function bounds({ count, of }: Share): { share: Fraction; low: Fraction; high: Fraction } {
  const [k, n, square] = [BigInt(count), BigInt(of), times(z, z)]
  const spread = times(z, root(square + (4n * k * (n - k) * one) / n))
  const centre = 2n * k * one + square
  const at = (sum: bigint) => fraction((sum * one) / (2n * (n * one + square)))
  return { share: fraction((k * one) / n), low: at(centre - spread), high: at(centre + spread) }
}

/** Newcombe's bounds of `after − before`. */
export function differenceBounds(after: Share, before: Share): { low: Fraction; high: Fraction } {
  const [a, b] = [bounds(after), bounds(before)]
  const gap = difference(a.share, b.share)
  const distance = (left: bigint, right: bigint) => root(times(left, left) + times(right, right))
  return {
    low: fraction(gap - distance(difference(a.share, a.low), difference(b.high, b.share))),
    high: fraction(gap + distance(difference(a.high, a.share), difference(b.share, b.low))),
  }
}
