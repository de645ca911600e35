import type { Definition } from '../../domain/glossary/definition.ts'
import { lookUp, type LookupResult } from '../../domain/glossary/lookup.ts'
import { wordsOf } from './look-up-persona.ts'
import { plainTerm } from './plain-term.ts'
import type { Deps } from '../../ports/deps.ts'

/** The glossary both teams signed. */
export function listDefinitions(deps: Deps): Promise<Definition[]> {
  return deps.db.definitions.all()
}

/** Finds a term of the glossary by what somebody typed. A look-up that finds nothing is counted. */
export async function lookUpDefinition(deps: Deps, term: string): Promise<LookupResult<Definition>> {
  const definitions = await listDefinitions(deps)
  const wanted = plainTerm(term)
  if (wanted === '') return { suggestions: definitions }
  const entries = definitions.map((value) => ({
    value,
    names: [value.key, ...wordsOf(value.term), ...value.aliases],
  }))
  const result = lookUp(wanted, entries)
  if (!('found' in result)) await deps.db.lookups.countMiss('definition', wanted.toLowerCase(), deps.now())
  return result
}
