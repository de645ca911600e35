import type { Logger as BoltLogger } from '@slack/bolt'
import { LogLevel } from '@slack/web-api'
import type { Logger } from 'pino'

const nothing = (): void => undefined

/** For clients whose errors are all caught and logged where they are handled. */
export const silentLogger: BoltLogger = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  getLevel: () => LogLevel.ERROR,
  setName: nothing,
}

/** Bolt's own words in our log. Its debug lines hold whole payloads, and those hold people's data: they are dropped. */
export function boltLogger(log: Logger): BoltLogger {
  const words = (parts: unknown[]): string => parts.filter((part) => typeof part === 'string').join(' ')
  return {
    ...silentLogger,
    info: (...parts) => log.debug({ from: 'bolt' }, words(parts)),
    warn: (...parts) => log.warn({ from: 'bolt' }, words(parts)),
    error: (...parts) => log.error({ from: 'bolt' }, words(parts)),
    getLevel: () => LogLevel.INFO,
  }
}
