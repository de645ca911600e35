import type { CohortFilter } from '../../domain/digest/cohort.ts'
import type { DigestFigures } from '../../domain/digest/figures.ts'
import type { Persona } from '../../domain/glossary/persona.ts'
import { lookUp, type LookupResult } from '../../domain/glossary/lookup.ts'
import { lookUpPersona } from '../look-up/look-up-persona.ts'
import { plainTerm } from '../look-up/plain-term.ts'
import type { Deps } from '../../ports/deps.ts'
import { previewDigest } from './preview-digest.ts'

interface Asked {
  week: string
  source: string | null
  persona: string | null
}

export type DigestAnswer =
  | { found: 'figures'; figures: DigestFigures; filter: CohortFilter }
  | { found: 'no-source'; term: string; sources: string[] }
  | { found: 'no-persona'; term: string; suggestions: Persona[] }

/** A week's figures as they stand now, of one source or persona where somebody asks for one. */
export async function askDigest(deps: Deps, { week, source, persona }: Asked): Promise<DigestAnswer> {
  const all = await previewDigest(deps, week)
  const sources = all.sources.map(({ key }) => key)
  const known = source === null ? null : findSource(source, sources)
  if (source !== null && !(known && 'found' in known)) return { found: 'no-source', term: source, sources }
  const match = persona === null ? null : await lookUpPersona(deps, persona)
  if (persona !== null && match && !('found' in match))
    return { found: 'no-persona', term: persona, suggestions: match.suggestions }
  const filter = {
    ...(known && 'found' in known && { source: known.found }),
    ...(match && 'found' in match && { persona: match.found.key }),
  }
  const isWhole = Object.keys(filter).length === 0
  return { found: 'figures', figures: isWhole ? all : await previewDigest(deps, week, filter), filter }
}

const findSource = (term: string, sources: string[]): LookupResult<string> =>
  lookUp(
    plainTerm(term),
    sources.map((value) => ({ value, names: [plainTerm(value)] })),
  )
