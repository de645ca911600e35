import type { Definition } from '../../domain/glossary/definition.ts'
import { lookUp, type LookupResult } from '../../domain/glossary/lookup.ts'
import type { Persona } from '../../domain/glossary/persona.ts'
import type { Localized } from '../../domain/text/language.ts'
import type { Deps } from '../../ports/deps.ts'
import { plainTerm } from './plain-term.ts'

/** The personas in use, as both teams agreed on them. */
export async function personasInUse({ db }: Deps): Promise<Persona[]> {
  return (await db.personas.all()).filter(({ status }) => status !== 'retired')
}

/** The glossary both teams signed, without what they took out of use. */
export async function definitionsInUse({ db }: Deps): Promise<Definition[]> {
  return (await db.definitions.all()).filter(({ retired }) => !retired)
}

/** The persona that comes closest to what was typed. One that is not there is counted: it shows marketing a gap. */
export async function closestPersona(deps: Deps, term: string): Promise<LookupResult<Persona>> {
  const known = (await personasInUse(deps)).map((value) => ({ value, name: value.name }))
  return closest(deps, { kind: 'persona', term, known })
}

/** The same for a term of the glossary. */
export async function closestDefinition(deps: Deps, term: string): Promise<LookupResult<Definition>> {
  const known = (await definitionsInUse(deps)).map((value) => ({ value, name: value.term }))
  return closest(deps, { kind: 'definition', term, known })
}

interface Wanted<T> {
  kind: 'persona' | 'definition'
  term: string
  known: { value: T; name: Localized }[]
}

async function closest<T extends { key: string; aliases: string[] }>(
  { db, now }: Deps,
  { kind, term, known }: Wanted<T>,
): Promise<LookupResult<T>> {
  const wanted = plainTerm(term)
  if (wanted === '') return { suggestions: known.map(({ value }) => value) }
  const entries = known.map(({ value, name }) => ({
    value,
    names: [value.key, ...inAllLanguages(name), ...value.aliases],
  }))
  const result = lookUp(wanted, entries)
  if (!('found' in result)) await db.lookups.countMiss(kind, wanted.toLowerCase(), now())
  return result
}

/** People search in the language they think in. */
const inAllLanguages = (text: Localized): string[] =>
  typeof text === 'string' ? [text] : Object.values(text)
