/** An error in words that can't hold anybody's data: its name, its code and the place it came from, not its message. */
export function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error'
  const code = 'code' in error && /^\w{1,40}$/.test(String(error.code)) ? ` ${String(error.code)}` : ''
  const place = /\(?([^\s(]+:\d+):\d+\)?$/.exec(
    error.stack?.split('\n').find((line) => /^\s+at /.test(line)) ?? '',
  )
  const where = place?.[1] ? ` at ${place[1].replace(/^.*\/(?=src\/|node_modules\/)/, '')}` : ''
  return `${error.name}${code}${where}`
}
