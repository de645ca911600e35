/**
 * The chance of so few successes or fewer in a slice, if the slice were like the rest: the lower tail of Fisher's exact
 * test (R. A. Fisher, 1935), Σₓ₌₀…ₐ C(A, x)·C(N−A, n−x) / C(N, n). 2 of 17 when 12 of 30 are successes → 0.000465.
 *
 * Each number of successes is weighed against the likeliest one, which weighs much: no weight overflows, those that
 * underflow are too small to count, and nothing is subtracted. So 12 digits are right of any chance that a number can hold.
 * @param slice `count` successes `of` so many
 * @param all the same of slice and rest together
 */
export function fisherLower(
  { count, of: n }: { count: number; of: number },
  { count: successes, of: total }: { count: number; of: number },
): number {
  const more = total - successes - n
  const [fewest, most] = [Math.max(0, -more), Math.min(n, successes)]
  const likeliest = Math.floor(((n + 1) * (successes + 1)) / (total + 2))
  /** The weight of x − 1 against that of x. */
  const ratio = (x: number) => (x * (more + x)) / ((successes - x + 1) * (n - x + 1))
  let [upTo, above] = [0, 0]
  const add = (x: number, weight: number) => (x <= count ? (upTo += weight) : (above += weight))
  for (
    let x = likeliest, weight = much;
    x >= fewest && weight > upTo * negligible + none;
    weight *= ratio(x), x--
  )
    add(x, weight)
  for (let x = likeliest, weight = much; x < most && weight > (upTo + above) * negligible + none;) {
    x++
    weight /= ratio(x)
    add(x, weight)
  }
  return upTo / (upTo + above)
}

/** Leaves room above for a sum of weights, and below for the chances down to 1e-308. */
const much = 1e270

/** A weight that no longer changes the sum, nor do all that follow it. */
const negligible = 1e-19

/** A weight that is as good as none; smaller ones are slow to multiply, too. */
const none = 1e-306
