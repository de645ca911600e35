/**
 * How many slips of the finger lie between two words: a letter missing, added, wrong, or two neighbours swapped
 * (optimal string alignment distance). "stduent" → "student" is 1.
 */
export function slipsBetween(a: string, b: string): number {
  const [left, right] = [Array.from(a), Array.from(b)]
  let before: number[] = []
  let above = Array.from({ length: right.length + 1 }, (_, column) => column)
  for (let row = 1; row <= left.length; row++) {
    const line = [row]
    for (let column = 1; column <= right.length; column++) {
      const same = left[row - 1] === right[column - 1]
      const isSwap = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]
      const swapped = isSwap ? nth(before, column - 2) + 1 : Infinity
      const changed = nth(above, column - 1) + (same ? 0 : 1)
      line.push(Math.min(nth(line, column - 1) + 1, nth(above, column) + 1, changed, swapped))
    }
    ;[before, above] = [above, line]
  }
  return nth(above, right.length)
}

const nth = (line: number[], index: number): number => line[index] ?? Infinity

/** No key or setting is longer, and comparing takes time. */
const longest = 60

/**
 * The one of these words that was most likely meant: the same but for case, hyphens and underscores, cut short, or with a
 * slip for every three letters. `null` where none is near.
 */
export function nearest(word: string, known: readonly string[]): string | null {
  if (word.length > longest) return null
  const ranked = known
    .map((one) => ({ one, slips: slipsOf(bare(word), bare(one)) }))
    .filter(({ one, slips }) => slips <= Math.floor(Math.max(word.length, one.length) / 3))
  return ranked.toSorted((a, b) => a.slips - b.slips)[0]?.one ?? null
}

/** What is only the beginning of the other counts as one slip. */
function slipsOf(a: string, b: string): number {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.length >= 3 && long.startsWith(short) && short !== long ? 1 : slipsBetween(a, b)
}

/** What of a name is left when case, hyphens and underscores do not count. */
export const bare = (word: string): string => word.toLowerCase().replaceAll(/[-_\s]/g, '')
