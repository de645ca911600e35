/** An error whose message is all ours: it holds nobody's data, and says what to do. */
export class OwnError extends Error {
  override name = 'OwnError'
}

/**
 * An error in words that can't hold anybody's data: its name, its codes and the place it came from, not its message
 * unless that is ours; and behind it the error that it wraps.
 */
export function loggable(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error'
  if (error instanceof OwnError) return [error.name, ...codesOf(error)].join(' ') + `: ${error.message}`
  const codes = codesOf(error).map((code) => ` ${code}`)
  const wrapped = wrappedIn(error).map((inner) => `: ${loggable(inner)}`)
  return [error.name, ...codes, placeOf(error), ...wrapped].join('')
}

/**
 * A plain code of its own, such as `ECONNREFUSED`, what Slack's answer called it, such as `not_in_channel`, and what
 * the database did behind Prisma, such as `53100` for a full disk.
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
export function codesOf(error: Error): string[] {
  return [
    ...[['code'], ['data', 'error'], ['meta', 'driverAdapterError', 'cause', 'originalCode']],
    // What fails only at the end of a transaction, Prisma gives back unwrapped.
    ['cause', 'originalCode'],
  ]
    .map((path) => path.reduce<unknown>(at, error))
    .filter((code) => typeof code === 'string' || typeof code === 'number')
    .map(String)
    .filter((code) => /^\w{1,40}$/.test(code))
}

function at(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return null
  const found: unknown = Reflect.get(value, key)
  return found
}

/** What a library's wrapper carries: one error, or all that went wrong at once. */
function wrappedIn(error: Error): Error[] {
  const one: unknown = 'original' in error ? error.original : null
  const several: unknown = 'originals' in error ? error.originals : null
  const all: unknown = error instanceof AggregateError ? error.errors : several
  return [one, ...(Array.isArray(all) ? all : [])].filter((inner) => inner instanceof Error)
}

/** The first place of ours, else the first of all. */
function placeOf({ stack = '' }: Error): string {
  const lines = stack.split('\n').filter((line) => /^\s+at /.test(line))
  const ours = lines.find((line) => line.includes('/src/') && !line.includes('node_modules'))
  const place = /\(?([^\s(]+:\d+):\d+\)?$/.exec(ours ?? lines[0] ?? '')?.[1]
  return place === undefined ? '' : ` at ${place.replace(/^.*\/(?=src\/|node_modules\/)/, '')}`
}
