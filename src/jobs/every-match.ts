import { createTask } from 'node-cron'

const minuteMs = 60_000

export interface Ticking {
  stop(): void
}

/**
 * Calls at each match of a cron expression, and at least once a minute. node-cron says when the next match is and does not
 * wait for it: it waits by the clock on the wall, so that a clock set back by a month would silence it for that month, and one
 * set forward by a month would keep it counting the minutes between for ten seconds.
 */
export function everyMatch(cron: string, call: () => void): Ticking {
  const task = createTask(cron, () => undefined, { timezone: 'UTC' })
  let timer: NodeJS.Timeout
  const wait = (): void => {
    const [next] = task.getNextRuns(1)
    const untilNext = next ? next.getTime() - Date.now() : minuteMs
    timer = setTimeout(tick, Math.min(minuteMs, Math.max(0, untilNext)))
  }
  const tick = (): void => {
    wait()
    call()
  }
  wait()
  return { stop: () => clearTimeout(timer) }
}
