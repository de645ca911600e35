import { pathOf, type Problem } from '../../flows/problems.ts'

/** More than any honest lead needs, and few enough that checking them can't be made to hurt. */
const deepest = 20
const mostKeys = 200

export type SafeJson = { ok: true; value: unknown } | { ok: false; problems: Problem[] }

/**
 * Parses the bytes of a request, and refuses what would make trouble later: bytes that aren't UTF-8, lone surrogates,
 * control characters such as NUL (which a database can't store), `__proto__`, and bottomless nesting.
 */
export function parseSafely(bytes: Buffer): SafeJson {
  const text = decode(bytes)
  if (text === null) return wrong('', 'send UTF-8')
  const json = parse(text)
  if (!json.ok) return wrong('', `send JSON: ${json.because}`)
  const problem = flawIn(json.value, [])
  return problem ? { ok: false, problems: [problem] } : { ok: true, value: json.value }
}

function decode(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

function parse(text: string): { ok: true; value: unknown } | { ok: false; because: string } {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false, because: 'the body could not be parsed' }
    throw error
  }
}

function flawIn(value: unknown, path: PropertyKey[]): Problem | null {
  if (typeof value === 'string') return flawInText(value, path)
  if (typeof value !== 'object' || value === null) return null
  if (path.length >= deepest) return { path: pathOf(path), remedy: `nest at most ${deepest} levels` }
  return Array.isArray(value) ? flawInList(value, path) : flawInObject(value, path)
}

function flawInList(list: unknown[], path: PropertyKey[]): Problem | null {
  for (const [index, value] of list.entries()) {
    const flaw = flawIn(value, [...path, index])
    if (flaw) return flaw
  }
  return null
}

function flawInObject(object: object, path: PropertyKey[]): Problem | null {
  const entries = Object.entries(object)
  if (entries.length > mostKeys) return { path: pathOf(path), remedy: `at most ${mostKeys} fields` }
  for (const [key, value] of entries) {
    if (key === '__proto__') return { path: pathOf(path), remedy: 'leave out __proto__' }
    const flaw = flawInText(key, path) ?? flawIn(value, [...path, key])
    if (flaw) return flaw
  }
  return null
}

function flawInText(text: string, path: PropertyKey[]): Problem | null {
  if (!text.isWellFormed())
    return { path: pathOf(path), remedy: 'send well-formed Unicode, no half characters' }
  if (/[^\P{Cc}\t\n\r\u{80}-\u{9f}]/u.test(text)) {
    return { path: pathOf(path), remedy: 'leave out control characters' }
  }
  return null
}

function wrong(path: string, remedy: string): SafeJson {
  return { ok: false, problems: [{ path, remedy }] }
}
