import type { z } from 'zod'

/** One thing that is wrong with what somebody gave us, where, and what to do about it. */
export interface Problem {
  /** Such as `clocks.hot.remindAfter` or `[3].email`; empty for the whole. */
  path: string
  remedy: string
}

/** Everything zod found wrong, one sentence each. */
export function problemsOf(error: z.ZodError, at: PropertyKey[] = []): Problem[] {
  return error.issues.map((issue) => ({ path: pathOf([...at, ...issue.path]), remedy: remedyFor(issue) }))
}

/** `['leads', 3, 'email']` as people write it: `leads[3].email`. */
export function pathOf(path: PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '')
}

/** What to do about one issue, in a few words that repeat no value. */
export function remedyFor(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `remove or rename ${issue.keys.map((key) => `"${key}"`).join(', ')}: no such field`
    case 'invalid_value':
      return `use one of ${issue.values.map(String).join(', ')}`
    case 'invalid_type':
      return `give ${expectedNames[issue.expected] ?? `a ${issue.expected}`}`
    case 'too_big':
      return `at most ${amount(issue.maximum, issue.origin)}`
    case 'too_small':
      return `${issue.inclusive === false ? 'more than' : 'at least'} ${amount(issue.minimum, issue.origin)}`
    case 'invalid_format':
      return formatHints[issue.format] ?? issue.message
    case 'invalid_union':
      return (
        [...new Set(issue.errors.flatMap((branch) => branch.map(remedyFor)))].join(', or ') || issue.message
      )
    case 'custom':
    case 'invalid_element':
    case 'invalid_key':
    case 'not_multiple_of':
      return issue.message
  }
}

const expectedNames: Record<string, string> = {
  int: 'a whole number',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  boolean: 'true or false',
  string: 'a text',
}

const formatHints: Record<string, string> = {
  date: 'give a day such as 2026-12-25',
  email: 'give an e-mail address such as ann@example.com',
  url: 'give a web address such as https://example.com',
}

const units: Record<string, [one: string, several: string]> = {
  string: ['character', 'characters'],
  array: ['entry', 'entries'],
}

/** "1 entry", "3 characters", "7". */
function amount(count: number | bigint, origin: string): string {
  const [one, several] = units[origin] ?? []
  const unit = Number(count) === 1 ? one : several
  return unit === undefined ? String(count) : `${String(count)} ${unit}`
}

/** As many as somebody mends at a time. */
const linesShown = 20
/** A key may be a whole page. */
const longestPath = 120

/** A list of what is wrong with a file, a line each. */
export function problemLines(problems: Problem[]): string {
  const lines = problems
    .slice(0, linesShown)
    .map(({ path, remedy }) => `  ${path.slice(0, longestPath) || '(whole file)'}: ${remedy}`)
  const more = problems.length - linesShown
  return [...lines, ...(more > 0 ? [`  … and ${more} more`] : [])].join('\n')
}
