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
