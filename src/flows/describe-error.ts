/**
 * An error in words that can't hold anybody's data: its name, its codes and the place it came from, not its message;
 * and behind it the error that it wraps.
 */
export function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error'
  const codes = codesOf(error).map((code) => ` ${code}`)
  const wrapped = wrappedIn(error).map((inner) => `: ${describe(inner)}`)
  return [error.name, ...codes, placeOf(error), ...wrapped].join('')
}

/** A plain code of its own, such as `ECONNREFUSED`, and what Slack's answer called it, such as `not_in_channel`. */
function codesOf(error: Error): string[] {
  const own: unknown = 'code' in error ? error.code : null
  const data: unknown = 'data' in error ? error.data : null
  const told: unknown = typeof data === 'object' && data !== null && 'error' in data ? data.error : null
  return [own, told].map(String).filter((code) => code !== 'null' && /^\w{1,40}$/.test(code))
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
