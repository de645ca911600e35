import type { Logger } from 'pino'
import { loggable } from '../flows/errors/loggable.ts'
import type { Deps } from '../ports/deps.ts'
import { reportTroubles } from '../flows/delivery/report-troubles.ts'
import { sendDueDigest } from '../flows/digest/send-due-digest.ts'
import { everyMatch } from './every-match.ts'

interface Job {
  name: string
  /** When to look; what is due is decided by the database and the playbook. */
  cron: string
  run: (deps: Deps) => Promise<unknown>
}

const jobs: Job[] = [
  { name: 'digest', cron: '* * * * *', run: sendDueDigest },
  { name: 'troubles', cron: '* * * * *', run: reportTroubles },
]

interface JobOptions {
  deps: Deps
  log: Logger
  /** Tells the courier that there may be something to send. */
  nudge?: () => void
}

/** How late the last tick came, and how long ago that was (or the start, before the first). */
export interface Clock {
  latenessMs: number | null
  sinceTickMs: number
}

export interface Jobs {
  clock(): Clock
  /** Looks now, without waiting for the clock; done when everything that was due is done. */
  look(): Promise<void>
  stop(): Promise<void>
}

/**
 * Looks at once and then by the clock; a look that is still going on is never overtaken by the next. Stopping waits
 * for the looks that are going on.
 */
export function startJobs(options: JobOptions): Jobs {
  const clock = watchClock()
  const running = jobs.map((job) => startJob(job, options, clock.tick))
  return {
    clock: clock.read,
    look: async () => void (await Promise.all(running.map((job) => job.look()))),
    stop: async () => void (await Promise.all(running.map((job) => job.stop()))),
  }
}

function watchClock() {
  let latenessMs: number | null = null
  let at = performance.now()
  return {
    tick: () => {
      const past = Date.now() % 60_000
      // A timer may ring some milliseconds before the minute is full.
      latenessMs = past > 59_000 ? 0 : past
      at = performance.now()
    },
    read: (): Clock => ({ latenessMs, sinceTickMs: performance.now() - at }),
  }
}

function startJob(job: Job, options: JobOptions, tick: () => void): Omit<Jobs, 'clock'> {
  let current: Promise<void> | null = null
  const look = async () => {
    current ??= runJob(job, options).finally(() => (current = null))
    await current
  }
  void look()
  const clock = everyMatch(job.cron, () => {
    tick()
    void look()
  })
  return {
    // A look that began before the clock was moved would not see it.
    look: async () => {
      await current
      await look()
    },
    stop: async () => {
      clock.stop()
      await current
    },
  }
}

/** A job that fails is logged and looked at again in a minute: it must not take the process with it. */
async function runJob({ name, run }: Job, { deps, log, nudge }: JobOptions): Promise<void> {
  try {
    if (await run(deps)) nudge?.()
  } catch (error) {
    log.error({ job: name, why: loggable(error) }, 'job failed, tried again in a minute')
  }
}
