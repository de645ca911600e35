import { numberIn } from '../../domain/lead/number-text.ts'
import type { LeadText } from './cut-leads.ts'
import { wrongAt, type Wrong } from './wrong.ts'

/** More than any honest lead needs, and few enough that checking them can't be made to hurt. */
const mostKeys = 200

/** `null` where the text is no JSON. */
export type SafeJson = { ok: true; value: unknown } | { ok: false; wrong: Wrong | null }

/** The text of bytes in UTF-8, `null` when they aren't. */
export function decode(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/**
 * Parses one lead, and refuses what would make trouble later: lone surrogates, control characters such as NUL (which a
 * database can't store), `__proto__`, and endless fields. A number that can't be kept stays the text that was sent.
 */
export function parseSafely({ text, at, hasLongNumbers }: LeadText): SafeJson {
  const json = parse(text, hasLongNumbers)
  if (!json.ok) return { ok: false, wrong: null }
  const wrong = flawIn(json.value, at === null ? [] : [at])
  return wrong ? { ok: false, wrong } : json
}

function parse(text: string, hasLongNumbers: boolean): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: hasLongNumbers ? JSON.parse(text, keepNumber) : JSON.parse(text) }
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false }
    throw error
  }
}

/** @see https://tc39.es/proposal-json-parse-with-source/ */
function keepNumber(_key: string, value: unknown, { source }: { source?: string } = {}): unknown {
  return typeof value === 'number' && source !== undefined ? numberIn(source) : value
}

function flawIn(value: unknown, path: PropertyKey[]): Wrong | null {
  if (typeof value === 'string') return flawInText(value, path)
  if (typeof value !== 'object' || value === null) return null
  return Array.isArray(value) ? flawInList(value, path) : flawInObject(value, path)
}

function flawInList(list: unknown[], path: PropertyKey[]): Wrong | null {
  for (const [index, value] of list.entries()) {
    const flaw = flawIn(value, [...path, index])
    if (flaw) return flaw
  }
  return null
}

function flawInObject(object: object, path: PropertyKey[]): Wrong | null {
  const entries = Object.entries(object)
  if (entries.length > mostKeys) return wrongAt(path, 'too_big', `at most ${mostKeys} fields`)
  for (const [key, value] of entries) {
    if (key === '__proto__') return wrongAt(path, 'unsafe_key', 'leave out __proto__')
    const flaw = flawInText(key, path) ?? flawIn(value, [...path, key])
    if (flaw) return flaw
  }
  return null
}

function flawInText(text: string, path: PropertyKey[]): Wrong | null {
  if (!text.isWellFormed())
    return wrongAt(path, 'unsafe_text', 'send well-formed Unicode, no half characters')
  if (/[^\P{Cc}\t\n\r\u{80}-\u{9f}]/u.test(text))
    return wrongAt(path, 'unsafe_text', 'leave out control characters')
  return null
}
