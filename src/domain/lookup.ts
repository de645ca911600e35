import Fuse from 'fuse.js'

export type LookupResult<T> = { found: T } | { suggestions: T[] }

interface Entry<T> {
  value: T
  /** The names and aliases people may type. */
  names: string[]
}

/** Distance from 0 (same) to 1; above this a name is not even a suggestion. */
const suggestAt = 0.45
/** Below this, and clearly nearer than the next one, a name is what was meant. */
const sureAt = 0.3

/**
 * Finds what somebody meant, forgiving case, accents, hyphens and typos. Several near names are suggestions,
 * nothing near gives none.
 */
export function lookUp<T>(term: string, entries: Entry<T>[]): LookupResult<T> {
  const wanted = plain(term)
  const exact = entries.find((entry) => entry.names.some((name) => plain(name) === wanted))
  if (exact) return { found: exact.value }
  const [best, next, ...rest] = search(wanted, entries)
  if (!best) return { suggestions: [] }
  const isSure = best.score <= sureAt && (!next || next.score - best.score > 0.1)
  return isSure
    ? { found: best.value }
    : { suggestions: [best, ...(next ? [next] : []), ...rest].map((hit) => hit.value) }
}

function search<T>(wanted: string, entries: Entry<T>[]): { value: T; score: number }[] {
  if (wanted.length < 2) return []
  const items = entries.map((entry) => ({ value: entry.value, names: entry.names.map(plain) }))
  const fuse = new Fuse(items, {
    keys: ['names'],
    includeScore: true,
    threshold: suggestAt,
    ignoreLocation: true,
  })
  return fuse
    .search(wanted, { limit: 5 })
    .map(({ item, score }) => ({ value: item.value, score: score ?? 1 }))
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ')
    .trim()
}
