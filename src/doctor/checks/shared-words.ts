import type { Definition } from '../../domain/glossary/definition.ts'
import { say } from '../../domain/text/language.ts'
import type { Persona } from '../../domain/glossary/persona.ts'
import { ok, skipped, warning, type Finding } from '../finding.ts'
import type { Patient } from '../patient.ts'

/** Are personas and definitions looked after? */
export async function sharedWords({ database, now }: Patient): Promise<Finding[]> {
  const view = await database()
  if (view.state !== 'open' || view.migrations.missing.length > 0)
    return [skipped('personas', 'they are in the database; see there')]
  return judge(
    { personas: await view.db.personas.all(), definitions: await view.db.definitions.all() },
    now(),
  )
}

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
  return [ok('personas', says), ...stale.map(overdue)]
}

function overdue({ name, nextReviewAt, owner }: Persona): Finding {
  const who = owner === undefined ? 'Find an owner who looks' : `Ask ${owner} to look`
  return warning(
    'personas',
    `${say(name, 'en')} was due for review on ${nextReviewAt}`,
    `${who} whether it is still true.`,
  )
}
