import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { pino } from 'pino'
import { startBaton } from './baton.ts'
import { readConfig, type Config } from './settings/config.ts'
import { nearMisses } from './settings/misspelt-settings.ts'
import { loadSettingsFile } from './settings/settings-file.ts'
import { startProblem } from './process/start-problem.ts'
import { stopOnSignal } from './process/stop-on-signal.ts'
import { stopWithNpm } from './process/stop-with-npm.ts'
import { QuitError } from './process/unless-quit.ts'

/** Production: settings from the environment and .env, a clean stop on SIGTERM and SIGINT. */
async function main(): Promise<void> {
  const file = loadSettingsFile(process.env)
  const config = readConfig(process.env)
  const hints = nearMisses(process.env, file.names)
  if (!config.ok) return explain([...file.problems, ...config.problems, ...hints])
  if (file.problems.length > 0) return explain(file.problems)
  const log = logger(config.value)
  for (const hint of hints) log.warn(hint)
  const quit = new AbortController()
  const world = { now: () => new Date(), newId: randomUUID, log, quit: quit.signal }
  const starting = startBaton(config.value, world)
  const stop = async (): Promise<void> => {
    quit.abort()
    const baton = await starting.catch((error: unknown) => {
      if (error instanceof QuitError) return null
      throw error
    })
    await baton?.stop()
  }
  stopOnSignal({ stop, log })
  stopWithNpm(process.env)
  try {
    await starting
  } catch (error) {
    // Then it has closed what it had opened, and whoever told it to quit ends the process.
    if (error instanceof QuitError) return
    explain([startProblem(error, config.value)])
  }
}

function logger({ logLevel }: Config) {
  // Secrets never reach a log line, whatever object they come in.
  const redact = [
    'token',
    '*.token',
    'authorization',
    '*.authorization',
    '*.headers',
    'err.config',
    'err.original',
  ]
  return pino({ level: logLevel, redact, base: null })
}

/** Everything that is wrong at once, each with its remedy, and no stack trace. */
function explain(problems: string[]): void {
  const lines = [
    'Baton can’t start:',
    ...problems.map((problem) => `  • ${problem}`),
    '',
    'The settings are environment variables or lines of .env; .env.example lists them, the README says where to get them.',
    'To see Baton without any of them: npm run demo',
  ]
  process.stderr.write(`${lines.join('\n')}\n`)
  process.exit(1)
}

const usage = `Usage: npm start

Runs Baton until SIGINT or SIGTERM. Its settings are environment variables or lines of .env; see .env.example.
`

/** Whoever asks for help must not get a second Baton. */
function isAskedForHelp(): boolean {
  return parseArgs({ options: { help: { type: 'boolean', short: 'h' } } }).values.help ?? false
}

try {
  if (isAskedForHelp()) process.stdout.write(usage)
  else await main()
} catch (error) {
  explain([error instanceof Error ? error.message : String(error)])
}
