import type { PlaybookDocument } from '../playbook.ts'
import type { Broken } from '../../document/broken.ts'
import { longerThan } from '../../document/text-rules.ts'

const longestName = 100
/** What a sum of points can come to, and room for a threshold that no score shall reach. */
const highestThreshold = 1_000_000

export function scoresCanBeShown({ scoring: { threshold, rules } }: PlaybookDocument): Broken[] {
  const names = rules.flatMap(({ name }, rule) =>
    longerThan(longestName, name, ['scoring', 'rules', rule, 'name']),
  )
  if (Math.abs(threshold) <= highestThreshold) return names
  return [
    ...names,
    { path: ['scoring', 'threshold'], remedy: `from −${highestThreshold} to ${highestThreshold}` },
  ]
}

/** What a score was made of is found again by the id of the rule. */
export function rulesCanBeToldApart({ scoring: { rules } }: PlaybookDocument): Broken[] {
  const first = new Map<string, number>()
  return rules.flatMap(({ id }, rule) => {
    const earlier = first.get(id)
    first.set(id, earlier ?? rule)
    const remedy = `rules[${earlier}] has it, too: give each rule an id of its own`
    return earlier === undefined ? [] : [{ path: ['scoring', 'rules', rule, 'id'], remedy }]
  })
}
