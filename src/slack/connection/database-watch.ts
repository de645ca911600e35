import type { Logger } from 'pino'
import { loggable } from '../../flows/errors/loggable.ts'

export interface DatabaseWatch {
  failed(error: unknown): void
  answered(): void
}

/** The outbox is asked twice a second: that the database is away is said once, and once that it is back. */
export function watchDatabase(log: Logger): DatabaseWatch {
  let isAway = false
  return {
    failed: (error) => {
      if (!isAway)
        log.error({ why: loggable(error) }, 'the database does not answer; what is to be sent waits for it')
      isAway = true
    },
    answered: () => {
      if (isAway) log.info('the database answers again')
      isAway = false
    },
  }
}
