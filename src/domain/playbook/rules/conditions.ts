import type { Condition } from '../../qualify/condition.ts'
import { unknownField } from '../../lead/lead-field.ts'
import type { PlaybookDocument } from '../playbook.ts'
import type { Broken } from './broken.ts'
import { longerThan } from './reasons.ts'

/** Each is looked at for each lead that comes in. */
const mostWords = 2000
const longestName = 100
/** What a sum of points can come to, and room for a threshold that no score shall reach. */
const highestThreshold = 1_000_000

interface Placed {
  condition: Condition
  path: PropertyKey[]
}

function allConditions({ tiers, scoring }: PlaybookDocument): Placed[] {
  const ofTier = (tier: 'hot' | 'low') =>
    tiers[tier].map((condition, index) => ({ condition, path: ['tiers', tier, index] }))
  const ofRules = scoring.rules.flatMap(({ when }, rule) =>
    when.map((condition, index) => ({ condition, path: ['scoring', 'rules', rule, 'when', index] })),
  )
  return [...ofTier('hot'), ...ofTier('low'), ...ofRules]
}

/** A condition asks for something that a lead can say. */
export function conditionsCanHold(document: PlaybookDocument): Broken[] {
  return allConditions(document).flatMap(({ condition, path }) => {
    const { field, word, atLeast, atMost } = condition
    const unknown = unknownField(field, ['source'])
    if (unknown !== null) return [{ path: [...path, 'field'], remedy: unknown }]
    if ((atLeast !== undefined || atMost !== undefined) && !isNumber(field))
      return [{ path, remedy: `${field} is a text: compare it with is, contains or word` }]
    const empty = word?.findIndex((phrase) => !/[\p{L}\p{N}]/u.test(phrase)) ?? -1
    return empty < 0
      ? []
      : [{ path: [...path, 'word', empty], remedy: 'holds no letter and no digit: no word is like it' }]
  })
}

const isNumber = (field: string): boolean => field === 'employees' || field.startsWith('attributes.')

/** Neither do they hold up the next lead. */
export function conditionsAreFew(document: PlaybookDocument): Broken[] {
  const words = allConditions(document).reduce((sum, { condition: { is, contains, word } }) => {
    return sum + (is ?? contains ?? word ?? ['one']).length
  }, 0)
  if (words <= mostWords) return []
  return [
    {
      path: ['scoring', 'rules'],
      remedy: `with the tiers, ${words} words and numbers to compare: at most ${mostWords}`,
    },
  ]
}

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
