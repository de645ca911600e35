import type { Logger } from 'pino'

/** Docker kills ten seconds after it asked, so the last word is said before that. */
const mostMs = 9_000

interface Options {
  /** Finishes what was begun and closes everything. */
  stop: () => Promise<void>
  log: Logger
  limitMs?: number
}

/**
 * SIGTERM and SIGINT stop Baton cleanly, however often they are sent, and from the moment it starts. A stop that hangs
 * is ended with exit code 1: everything that must survive is in the database.
 */
export function stopOnSignal({ stop, log, limitMs = mostMs }: Options): void {
  let isStopping = false
  const begin = async (signal: NodeJS.Signals): Promise<void> => {
    if (isStopping) return log.info({ signal }, 'already stopping')
    isStopping = true
    log.info({ signal }, 'Baton is stopping')
    setTimeout(() => giveUp(log, limitMs), limitMs)
    await stop()
    log.info('Baton has stopped')
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      begin(signal).catch((error: unknown) => {
        log.fatal(
          { why: error instanceof Error ? error.name : 'unknown error' },
          'Baton could not stop cleanly',
        )
        process.exit(1)
      })
    })
  }
}

function giveUp(log: Logger, limitMs: number): void {
  log.fatal({ limitMs }, 'Baton did not stop in time and is ended; the next start takes up what is left')
  process.exit(1)
}
