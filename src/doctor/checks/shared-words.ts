import type { Definition } from '../../domain/glossary/definition.ts'
import { say } from '../../domain/text/language.ts'
import { brokenDefinition, brokenPersona } from '../../domain/glossary/glossary-rules.ts'
import type { Persona } from '../../domain/glossary/persona.ts'
import { pathOf } from '../../flows/playbook/problems.ts'
import { UnreadableError } from '../../flows/errors/unreadable-error.ts'
import { ok, problem, skipped, warning, type Finding } from '../finding.ts'
import type { Patient } from '../patient.ts'
import { edit, putRight } from './playbook.ts'

/** Are personas and definitions looked after? */
export async function sharedWords({ database, now }: Patient): Promise<Finding[]> {
  const view = await database()
  if (view.state !== 'open' || view.migrations.missing.length > 0)
    return [skipped('personas', 'they are in the database; see there')]
  try {
    const [personas, definitions] = [await view.db.personas.all(), await view.db.definitions.all()]
    return judge({ personas, definitions }, now())
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error
    return unreadable(error)
  }
}

const unreadable = ({ table, row, problems }: UnreadableError): Finding[] =>
  problems.map(({ path, remedy }) =>
    problem('personas', `${table} ${row}: ${path || 'the whole'} can’t be read: ${remedy}`, putRight(table)),
  )

interface Words {
  personas: Persona[]
  definitions: Definition[]
}

export function judge({ personas, definitions }: Words, now: Date): Finding[] {
  const today = now.toISOString().slice(0, 10)
  const living = personas.filter(({ status }) => status !== 'retired')
  const stale = living.filter(({ nextReviewAt }) => nextReviewAt !== undefined && nextReviewAt < today)
  const alone = living.filter(({ owner }) => owner === undefined).length
  const unsigned = definitions.filter(({ signedOffBy: { marketing, sales } }) => !marketing || !sales).length
  const says = `${living.length} personas, ${alone} without an owner; ${definitions.length} definitions, ${unsigned} not signed off by both`
  return [ok('personas', says), ...stale.map(overdue), ...broken({ personas, definitions })]
}

/** A version in force may be older than a rule that it breaks. */
function broken({ personas, definitions }: Words): Finding[] {
  const found = [
    ...personas.map((persona) => ({ place: `personas.${persona.key}`, broken: brokenPersona(persona) })),
    ...definitions.map((one) => ({ place: `definitions.${one.key}`, broken: brokenDefinition(one) })),
  ]
  return found.flatMap(({ place, broken: all }) =>
    all.map(({ path, remedy }) =>
      warning('personas', `${pathOf([place, ...path])}: ${remedy}`, `Correct it: ${edit}`),
    ),
  )
}

function overdue({ name, nextReviewAt, owner }: Persona): Finding {
  const who = owner === undefined ? 'Find an owner who looks' : `Ask ${owner} to look`
  return warning(
    'personas',
    `${say(name, 'en')} was due for review on ${nextReviewAt}`,
    `${who} whether it is still true.`,
  )
}
