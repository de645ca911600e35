import { canHold, canHoldTogether, type Placed } from '../../qualify/condition-rules.ts'
import type { PlaybookDocument } from '../playbook.ts'
import type { Broken } from '../../document/broken.ts'

/** Each is looked at for each lead that comes in. */
const mostWords = 2000

function allConditions({ tiers, scoring }: PlaybookDocument): Placed[] {
  const ofTier = (tier: 'hot' | 'low') =>
    tiers[tier].map((condition, index) => ({ condition, path: ['tiers', tier, index] }))
  const ofRules = scoring.rules.flatMap(({ when }, rule) =>
    when.map((condition, index) => ({ condition, path: ['scoring', 'rules', rule, 'when', index] })),
  )
  return [...ofTier('hot'), ...ofTier('low'), ...ofRules]
}

export const conditionsCanHold = (document: PlaybookDocument): Broken[] => [
  ...allConditions(document).flatMap(canHold),
  ...document.scoring.rules.flatMap(({ when }, rule) =>
    canHoldTogether(when, ['scoring', 'rules', rule, 'when']),
  ),
]

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
