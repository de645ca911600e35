/** Choices that look like chance. */
export interface Dice {
  /** From 0 to below `n`. */
  below(n: number): number
  oneOf<T>(all: readonly T[]): T
  /** True in one of so many throws. */
  oneIn(n: number): boolean
}

export function diceOf(chance: () => number): Dice {
  const below = (n: number): number => Math.floor(chance() * n)
  return {
    below,
    oneIn: (n) => below(n) === 0,
    oneOf: (all) => {
      const one = all[below(all.length)]
      if (one === undefined) throw new Error('nothing to choose from')
      return one
    },
  }
}
