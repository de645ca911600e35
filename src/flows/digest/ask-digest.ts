import type { CohortFilter } from '../../domain/digest/cohort.ts'
import type { DigestFigures } from '../../domain/digest/figures.ts'
import type { Outcome } from '../../domain/handoff/refusal.ts'
import type { Persona } from '../../domain/glossary/persona.ts'
import { lookUp, type LookupResult } from '../../domain/glossary/lookup.ts'
import { closestPersona } from '../look-up/glossary.ts'
import { plainTerm } from '../look-up/plain-term.ts'
import type { Deps } from '../../ports/deps.ts'
import { ifAllowed } from '../access/if-allowed.ts'
import { figuresNow } from './preview-digest.ts'

interface Asked {
  userId: string
  week: string
  source: string | null
  persona: string | null
}

export type DigestAnswer =
  | { found: 'figures'; figures: DigestFigures; filter: CohortFilter; personas: Persona[] }
  | { found: 'no-source'; term: string; sources: string[] }
  | { found: 'no-persona'; term: string; suggestions: Persona[] }

/** A week's figures as they stand now, of one source or persona where somebody asks for one. */
export function askDigest(deps: Deps, { userId, ...asked }: Asked): Promise<Outcome<DigestAnswer>> {
  return ifAllowed(deps, { userId, right: 'read-digest' }, () => answer(deps, asked))
}

async function answer(deps: Deps, { week, source, persona }: Omit<Asked, 'userId'>): Promise<DigestAnswer> {
  const all = await figuresNow(deps, week)
  const sources = all.sources.map(({ key }) => key)
  const known = source === null ? null : findSource(source, sources)
  if (source !== null && !(known && 'found' in known)) return { found: 'no-source', term: source, sources }
  const match = persona === null ? null : await closestPersona(deps, persona)
  if (persona !== null && match && !('found' in match))
    return { found: 'no-persona', term: persona, suggestions: match.suggestions }
  const filter = {
    ...(known && 'found' in known && { source: known.found }),
    ...(match && 'found' in match && { persona: match.found.key }),
  }
  const isWhole = Object.keys(filter).length === 0
  const figures = isWhole ? all : await figuresNow(deps, week, filter)
  return { found: 'figures', figures, filter, personas: await deps.db.personas.all() }
}

const findSource = (term: string, sources: string[]): LookupResult<string> =>
  lookUp(
    plainTerm(term),
    sources.map((value) => ({ value, names: [plainTerm(value)] })),
  )
