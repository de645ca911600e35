import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'

interface Options {
  graceMs: number
  log: Logger
  /** An error in words that hold nobody's data. */
  loggable: (error: unknown) => string
}

/**
 * Stops parts side by side. One that is not done after the grace period is left behind, such as a sender of leads who
 * never finishes a request, or a post that Slack does not answer: the next start looks for that one.
 */
export async function stopTogether(
  parts: Map<string, () => Promise<void>>,
  { graceMs, log, loggable }: Options,
): Promise<void> {
  const quit = new AbortController()
  const late = sleep(graceMs, 'late' as const, { signal: quit.signal })
  const stopOne = async ([part, stop]: [string, () => Promise<void>]): Promise<void> => {
    const stopping = stop().catch((error: unknown) => {
      log.error({ part, why: loggable(error) }, 'a part could not be stopped')
      throw error
    })
    const ended = await Promise.race([stopping.then(() => 'stopped' as const), late])
    if (ended === 'late') log.warn({ part, graceMs }, 'not finished in time; it is left behind')
  }
  const results = await Promise.allSettled([...parts].map(stopOne))
  late.catch(() => 'nobody was late')
  quit.abort()
  const failures = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason as unknown] : [],
  )
  if (failures.length > 0) throw new AggregateError(failures, 'a part could not be stopped')
}
