import { lookUp, type LookupResult } from '../../domain/glossary/lookup.ts'
import type { Localized } from '../../domain/text/language.ts'
import type { Persona } from '../../domain/glossary/persona.ts'
import { plainTerm } from './plain-term.ts'
import type { Deps } from '../../ports/deps.ts'

/** The personas in use, as both teams agreed on them. */
export async function listPersonas(deps: Deps): Promise<Persona[]> {
  const all = await deps.db.personas.all()
  return all.filter((persona) => persona.status !== 'retired')
}

/** Finds a persona by what somebody typed. A look-up that finds nothing is counted: it shows marketing a gap. */
export async function lookUpPersona(deps: Deps, term: string): Promise<LookupResult<Persona>> {
  const personas = await listPersonas(deps)
  const wanted = plainTerm(term)
  if (wanted === '') return { suggestions: personas }
  const entries = personas.map((value) => ({
    value,
    names: [value.key, ...wordsOf(value.name), ...value.aliases],
  }))
  const result = lookUp(wanted, entries)
  if (!('found' in result)) await deps.db.lookups.countMiss('persona', wanted.toLowerCase(), deps.now())
  return result
}

/** A text in all its languages: people search in the one they think in. */
export function wordsOf(text: Localized): string[] {
  return typeof text === 'string' ? [text] : Object.values(text)
}
