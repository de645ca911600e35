import { languages, say, type Localized } from '../text/language.ts'
import { severalLines } from '../text/visible-text.ts'
import type { Broken } from './broken.ts'

/** Each text of a document, wherever it stands, is one that a person can see. */
export function textsCanBeSeen(document: unknown, path: PropertyKey[] = []): Broken[] {
  if (typeof document === 'string')
    return severalLines(document) === '' ? [{ path, remedy: 'write something that can be seen' }] : []
  if (typeof document !== 'object' || document === null) return []
  return Object.entries(document).flatMap(([key, value]) =>
    textsCanBeSeen(value, [...path, Array.isArray(document) ? Number(key) : key]),
  )
}

/** What is longer than Slack shows is refused, and not cut. */
export function longerThan(most: number, text: Localized, path: PropertyKey[]): Broken[] {
  const longest = Math.max(...languages.map((language) => say(text, language).length))
  return longest > most ? [{ path, remedy: `has ${longest} characters, and at most ${most} are shown` }] : []
}

export function moreThan(most: number, list: unknown[], path: PropertyKey[]): Broken[] {
  return list.length > most ? [{ path, remedy: `has ${list.length} entries, and ${most} are shown` }] : []
}
