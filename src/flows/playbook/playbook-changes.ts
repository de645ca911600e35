import { isSame } from '../../domain/lead/same.ts'
import { pathOf } from './problems.ts'

/** One place where two documents differ; `null` where there was, or is, nothing. */
export interface Change {
  path: string
  from: string | null
  to: string | null
}

/** What a new version says otherwise. */
export function changesBetween(before: unknown, after: unknown, path: PropertyKey[] = []): Change[] {
  if (isSame(before, after)) return []
  if (Array.isArray(before) && Array.isArray(after)) return compareLists(before, after, path)
  if (!isObject(before) || !isObject(after))
    return [{ path: pathOf(path), from: shown(before), to: shown(after) }]
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return keys.flatMap((key) => changesBetween(before[key], after[key], [...path, key]))
}

/** Entries with a name are compared by it, wherever they stand; of others it is said which came and which went. */
function compareLists(before: unknown[], after: unknown[], path: PropertyKey[]): Change[] {
  const [old, young] = [byName(before), byName(after)]
  const found = [...new Set([...old.keys(), ...young.keys()])].flatMap((name) => {
    const [was, is] = [old.get(name), young.get(name)]
    return was !== undefined && is !== undefined
      ? changesBetween(was, is, [...path, name])
      : compareEnds(was, is, [...path, ...(isNamed(was ?? is) ? [name] : [])])
  })
  return found.length > 0 ? found : [{ path: pathOf(path), from: 'in another order', to: 'in another order' }]
}

const compareEnds = (was: unknown, is: unknown, path: PropertyKey[]): Change[] => [
  { path: pathOf(path), from: shown(was), to: shown(is) },
]

/** An entry that stands there twice is counted. */
function byName(entries: unknown[]): Map<string, unknown> {
  const named = new Map<string, unknown>()
  for (const entry of entries) {
    const name = nameOf(entry)
    let number = 1
    while (named.has(numbered(name, number))) number++
    named.set(numbered(name, number), entry)
  }
  return named
}

const numbered = (name: string, number: number): string => (number === 1 ? name : `${name} (${number})`)

function nameOf(entry: unknown): string {
  const own = ownName(entry)
  return typeof own === 'string' ? own : JSON.stringify(entry)
}

const isNamed = (entry: unknown): boolean => ownName(entry) !== undefined

const ownName = (entry: unknown): unknown => (isObject(entry) ? (entry['code'] ?? entry['id']) : undefined)

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const longest = 60

function shown(value: unknown): string | null {
  if (value === undefined) return null
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text
}
