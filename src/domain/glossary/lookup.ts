import Fuse from 'fuse.js'
import { slipsBetween } from '../text/spelling.ts'

export type LookupResult<T> = { found: T } | { suggestions: T[] }

interface Entry<T> {
  value: T
  /** The names and aliases people may type. */
  names: string[]
}

/** Distance from 0 (same) to 1; above this a name is not even a suggestion. */
const suggestAt = 0.34
const longestTerm = 100

/**
 * Finds what somebody meant, forgiving case, accents, hyphens, an unfinished word and slips of the finger. What is
 * only similar, or could be several, is suggested and never taken for what was meant: `SLA` is not `SAL`. A name that is
 * written as it is, is meant, also beside one that differs in signs alone.
 */
export function lookUp<T>(term: string, entries: Entry<T>[]): LookupResult<T> {
  const written = entries.filter(({ names }) => names.some((name) => asIs(name) === asIs(term)))
  if (written[0] && written.length === 1) return { found: written[0].value }
  const wanted = plain(term.slice(0, longestTerm))
  const known = entries.map(({ value, names }) => ({ value, names: names.map(plain) }))
  for (const isMeant of [isSame, isMisspelt, isBegun]) {
    const [only, ...others] = known.filter(({ names }) => names.some((name) => isMeant(wanted, name)))
    if (only && others.length === 0) return { found: only.value }
  }
  return { suggestions: similar(wanted, known) }
}

const isSame = (wanted: string, name: string) => wanted === name
const isBegun = (wanted: string, name: string) => wanted.length >= 4 && name.startsWith(wanted)

/** Short words are often other words: up to three letters no slip is forgiven, up to seven one, then two. */
function isMisspelt(wanted: string, name: string): boolean {
  const length = Math.min(wanted.length, name.length)
  const forgiven = length <= 3 ? 0 : length <= 7 ? 1 : 2
  return Math.abs(wanted.length - name.length) <= forgiven && slipsBetween(wanted, name) <= forgiven
}

function similar<T>(wanted: string, known: Entry<T>[]): T[] {
  if (wanted.length < 2) return []
  const fuse = new Fuse(known, { keys: ['names'], threshold: suggestAt, ignoreLocation: true })
  return fuse.search(wanted, { limit: 5 }).map(({ item }) => item.value)
}

const asIs = (text: string): string => text.normalize('NFC').trim()

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
