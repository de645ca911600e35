import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'

interface Usage<T extends ParseArgsOptionsConfig> {
  /** What `--help` says. */
  usage: string
  options: T
}

/** What was said on the command line. Whoever asks for help gets it, and whoever is misunderstood, too; then it ends. */
export function readArguments<T extends ParseArgsOptionsConfig>({ usage, options }: Usage<T>) {
  try {
    const help = { help: { type: 'boolean', short: 'h' } } as const
    const { values } = parseArgs({ options: { ...options, ...help } })
    if (!('help' in values && values.help)) return values
    process.stdout.write(usage)
    process.exit(0)
  } catch (error) {
    return endWith(`${sentenceOf(error)}\n\n${usage}`)
  }
}

/** A port as it is said on the command line. */
export function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (port <= 65_535) return port
  return endWith('Give a port number as --port, from 0 to 65535; 0 takes any that is free.\n')
}

function endWith(text: string): never {
  process.stderr.write(text)
  process.exit(1)
}

/** What went wrong, as a sentence that says what to do. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { code, port } = error as NodeJS.ErrnoException & { port?: number }
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken by another program: stop it, or choose another with --port.`
  if (code === 'EACCES' && port !== undefined)
    return `Port ${port} is not for this user: choose one above 1023 with --port.`
  return error.message
}
