import type { z } from 'zod'
import { nearest } from '../../domain/text/spelling.ts'
import { keysAt } from './keys-at.ts'
import { pathOf, remedyFor, type Problem } from './problems.ts'

type Issue = z.core.$ZodIssue
interface Found {
  path: PropertyKey[]
  remedy: string
}

/**
 * Everything that is wrong with a document that a person wrote, each at the deepest place that can be named; a key that
 * is not known with the one that was most likely meant. To be parsed with `reportInput`.
 */
export function documentProblems(error: z.ZodError, schema: z.ZodType): Problem[] {
  return error.issues
    .flatMap((issue) => found(issue, schema))
    .map(({ path, remedy }) => ({ path: pathOf(path), remedy }))
}

function found(issue: Issue, schema: z.ZodType): Found[] {
  const { path } = issue
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...path, key], remedy: unknownKey(key, keysAt(schema, path)) }))
  if (issue.code === 'invalid_union') return ofUnion(issue, schema)
  if (issue.code === 'invalid_key') return issue.issues.map((inner) => ({ path, remedy: remedyFor(inner) }))
  return [{ path, remedy: inWords(issue) }]
}

/** What is wrong by the one alternative that was meant: the others are of another kind altogether. */
function ofUnion(issue: Extract<Issue, { code: 'invalid_union' }>, schema: z.ZodType): Found[] {
  const meant = issue.errors.filter((branch) => branch.length > 0 && !branch.some(isOfAnotherKind))
  const [only, ...others] = meant
  if (only && others.length === 0)
    return only.flatMap((inner) => found({ ...inner, path: [...issue.path, ...inner.path] }, schema))
  return [{ path: issue.path, remedy: issue.message === withoutWords ? remedyFor(issue) : issue.message }]
}

/** zod’s message where a schema has none of its own. */
const withoutWords = 'Invalid input'

const isOfAnotherKind = ({ code, path }: Issue): boolean =>
  path.length === 0 && (code === 'invalid_type' || code === 'invalid_value')

function unknownKey(key: string, known: string[]): string {
  if (key === '<<') return 'write out what it merges: merge keys are not read'
  const meant = nearest(key, known)
  if (meant !== null) return `there is no such key here; did you mean ${meant}?`
  return known.length > 0
    ? `there is no such key here; there is ${known.join(', ')}`
    : 'there is no such key here; take it out'
}

/** What is missing, left empty or read by YAML as something else looks right to whoever wrote it. */
function inWords(issue: Issue): string {
  const { input } = issue
  if (
    issue.code === 'invalid_type' &&
    issue.expected === 'string' &&
    /^(number|boolean|bigint)$/.test(typeof input)
  )
    return `give a text: put ${String(input)} in quotes`
  if (
    issue.code === 'invalid_type' &&
    issue.expected === 'boolean' &&
    /^(yes|no|on|off|y|n)$/i.test(String(input))
  )
    return `give true or false: ${String(input)} is a text`
  if (input === undefined && issue.code !== 'custom') return `is missing: ${remedyFor(issue)}`
  return input === null ? `is empty: ${remedyFor(issue)}` : remedyFor(issue)
}
