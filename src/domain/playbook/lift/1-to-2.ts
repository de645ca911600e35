import { z } from 'zod'
import { slugs } from '../../text/slug.ts'

const nameSchema = z.union([z.string(), z.looseObject({ en: z.string() })])
const known = z.looseObject({
  scoring: z.looseObject({ rules: z.array(z.looseObject({ name: nameSchema })) }),
})

/** A scoring rule had no id until now: it gets one from its English name, the same at each reading. */
export function giveRulesIds(document: unknown): unknown {
  const { data } = known.safeParse(document)
  if (!data) return document
  const { rules } = data.scoring
  const names = rules.map(({ name }) => (typeof name === 'string' ? name : name.en))
  const ids = slugs(names, 'rule')
  const scoring = { ...data.scoring, rules: rules.map((rule, index) => ({ id: ids[index], ...rule })) }
  return { ...data, scoring }
}
