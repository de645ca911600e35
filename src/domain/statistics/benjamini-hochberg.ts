/**
 * Adjusts p-values for being many (Benjamini and Hochberg, JRSS B 1995), in the order given: the i-th smallest of m
 * becomes min over j ≥ i of pⱼ·m/j, at most 1, as R's `p.adjust(p, "BH")`. Calling those at or below q keeps the
 * expected share of false calls at q.
 */
export function benjaminiHochberg(pValues: number[]): number[] {
  const m = pValues.length
  const order = pValues.map((_, index) => index).toSorted((a, b) => (pValues[b] ?? 0) - (pValues[a] ?? 0))
  const adjusted = Array.from({ length: m }, () => 1)
  let least = 1
  for (const [place, index] of order.entries()) {
    const rank = m - place
    least = Math.min(least, ((pValues[index] ?? 1) * m) / rank)
    adjusted[index] = least
  }
  return adjusted
}
