/** Somebody seen for so long, until it `happened` or was not seen any more. */
export interface Seen {
  after: number
  happened: boolean
}

/** The median by Kaplan and Meier written out person by person; `null` when it is not reached. */
export function medianByHand(people: Seen[]): number | null {
  const survival = (until: number) => {
    const times = new Set(people.filter((one) => one.happened && one.after <= until).map((one) => one.after))
    return [...times].reduce((left, time) => {
      const atRisk = people.filter((one) => one.after >= time).length
      const happened = people.filter((one) => one.happened && one.after === time).length
      return left * ((atRisk - happened) / atRisk)
    }, 1)
  }
  const reached = people
    .filter(({ happened, after }) => happened && survival(after) <= 0.5 + 1e-9)
    .map((one) => one.after)
  return reached.length > 0 ? Math.min(...reached) : null
}

export const percent = ({ low, high }: { low: number; high: number }) => [
  Math.round(low * 100),
  Math.round(high * 100),
]

/** Whole numbers from `from` up to `to`, inclusive. */
export const whole = (random: () => number, from: number, to: number): number =>
  from + Math.floor(random() * (to - from + 1))

/** Seeds of so many runs. */
export const seeds = (count: number): number[] => Array.from({ length: count }, (_, seed) => seed + 1)

/** The published intervals of docs/domain.md, in percent. */
export const published: [count: number, of: number, low: number, high: number][] = [
  [3, 3, 44, 100],
  [4, 10, 17, 69],
  [7, 20, 18, 57],
  [22, 50, 31, 58],
  [44, 100, 35, 54],
]
