import type { DuePoint } from './due-points.ts'

/** Which week's digest is due, as the product has it. */
export type Rule = (now: Date) => string

export interface Judged {
  /** Digests that had to come, by an account that knows nothing of the rule. */
  due: number
  /** Digests that came before their time, or of a week whose turn it was not. */
  wrong: string[]
  /** Digests that did not come at the first look at or after their time. */
  late: string[]
}

/**
 * Looks at all these instants by the rule, with the row in the database that remembers each week, and by the table of due
 * points; the digests must be the same, at the same looks.
 */
export function judgeRule(rule: Rule, points: DuePoint[], looks: number[]): Judged {
  const [sent, expected] = [new Set<string>(), new Set<string>()]
  // Weeks before the first point were somebody else's; they may be made up for.
  const known = new Set(points.map(({ week }) => week))
  const judged: Judged = { due: 0, wrong: [], late: [] }
  for (const look of looks) {
    const found = rule(new Date(look))
    const due = lastBefore(points, look)?.week
    const comes = known.has(found) && !sent.has(found)
    const mustCome = due !== undefined && !expected.has(due)
    if (comes) sent.add(found)
    if (mustCome) expected.add(due)
    if (comes && !(mustCome && found === due))
      judged.wrong.push(`${found} at ${new Date(look).toISOString()}`)
    if (mustCome && !(comes && found === due)) judged.late.push(`${due} at ${new Date(look).toISOString()}`)
  }
  return { ...judged, due: expected.size }
}

function lastBefore(points: DuePoint[], look: number): DuePoint | undefined {
  let [low, high] = [0, points.length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if ((points[middle]?.at ?? Infinity) <= look) low = middle + 1
    else high = middle
  }
  return points[low - 1]
}
