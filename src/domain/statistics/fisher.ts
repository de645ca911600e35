/**
 * The chance of so few successes or fewer in a slice, if the slice were like the rest: the lower tail of Fisher's exact
 * test (R. A. Fisher, 1935), Σₓ₌₀…ₐ C(A, x)·C(N−A, n−x) / C(N, n). 2 of 17 when 12 of 30 are successes → 0.000465.
 * @param slice `count` successes `of` so many
 * @param all the same of slice and rest together
 */
export function fisherLower(
  slice: { count: number; of: number },
  all: { count: number; of: number },
): number {
  const [n, successes, total] = [slice.of, all.count, all.of]
  const fewest = Math.max(0, n - (total - successes))
  let term = Math.exp(
    logChoose(successes, slice.count) + logChoose(total - successes, n - slice.count) - logChoose(total, n),
  )
  let sum = 0
  for (let x = slice.count; x >= fewest; x--) {
    sum += term
    if (term < sum * negligible) break
    term *= (x * (total - successes - n + x)) / ((successes - x + 1) * (n - x + 1))
  }
  return Math.min(1, sum)
}

/** A term that no longer changes the sum. */
const negligible = 1e-15

function logChoose(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k)
}

/** Stirling's series from 20 on, exact to 1e-12; the product below. */
function logFactorial(n: number): number {
  if (n < 20) {
    let product = 1
    for (let factor = 2; factor <= n; factor++) product *= factor
    return Math.log(product)
  }
  const series = 1 / (12 * n) - 1 / (360 * n ** 3) + 1 / (1260 * n ** 5)
  return n * Math.log(n) - n + Math.log(2 * Math.PI * n) / 2 + series
}
