import type { Broken } from '../document/broken.ts'
import { longerThan, moreThan, textsCanBeSeen } from '../document/text-rules.ts'
import { canHold } from '../qualify/condition-rules.ts'
import type { Localized } from '../text/language.ts'
import type { DefinitionDocument } from './definition.ts'
import type { PersonaDocument } from './persona.ts'

/** Characters of a text, and entries of each list, as Slack shows them. */
const [longestName, longestText, longestMeaning] = [100, 200, 1000]
const most = { criteria: 10, points: 4, uses: 5, clauses: 10 }

/** Why a persona of the right shape can't work, or could not be read in Slack. */
export function brokenPersona(persona: PersonaDocument): Broken[] {
  const { name, oneLine, recognise, rings, use } = persona
  const criteria = (['include', 'exclude'] as const).flatMap((list) =>
    recognise[list].map((criterion, index) => ({ criterion, path: ['recognise', list, index] })),
  )
  return [
    ...textsCanBeSeen(persona),
    ...criteria.flatMap(({ criterion, path }) => canHold({ condition: criterion, path })),
    ...criteria.flatMap(({ criterion, path }) => fits(longestName)(criterion.label, [...path, 'label'])),
    ...longerThan(longestName, name, ['name']),
    ...longerThan(longestText, oneLine, ['oneLine']),
    ...moreThan(most.criteria, recognise.include, ['recognise', 'include']),
    ...Object.entries(rings).flatMap(([ring, points]) => [
      ...moreThan(most.points, points, ['rings', ring]),
      ...points.flatMap(({ point }, index) =>
        longerThan(longestText, point, ['rings', ring, index, 'point']),
      ),
    ]),
    ...(['opener', 'objection', 'answer'] as const).flatMap((key) =>
      fits(longestText)(use[key], ['use', key]),
    ),
    ...(['questions', 'doNotSay'] as const).flatMap((key) => textsFit(use[key], most.uses, ['use', key])),
  ]
}

/** The same of a definition. */
export function brokenDefinition(definition: DefinitionDocument): Broken[] {
  const { term, meaning, clauses } = definition
  return [
    ...textsCanBeSeen(definition),
    ...longerThan(longestName, term, ['term']),
    ...longerThan(longestMeaning, meaning, ['meaning']),
    ...textsFit(clauses, most.clauses, ['clauses']),
  ]
}

const fits = (longest: number) => (text: Localized | undefined, path: PropertyKey[]) =>
  text === undefined ? [] : longerThan(longest, text, path)

const textsFit = (texts: Localized[], count: number, path: PropertyKey[]): Broken[] => [
  ...moreThan(count, texts, path),
  ...texts.flatMap((text, index) => longerThan(longestText, text, [...path, index])),
]
