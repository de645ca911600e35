import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger as BoltLogger, SocketModeReceiver } from '@slack/bolt'
import { WebAPIPlatformError } from '@slack/web-api'

type Client = SocketModeReceiver['client']

/** A socket that is opened anew whenever it goes down. */
export interface Connection {
  /** Resolves when it is open. @throws the error with which Slack refuses every socket for this token */
  start(): Promise<void>
  stop(): Promise<void>
}

/** One that lived for so long is opened anew at once. */
const healthyMs = 1_000
const shortestPauseMs = 250
/** No longer than this is waited for another one, in milliseconds. */
export const longestPauseMs = 30_000

/**
 * Keeps a socket open. Socket-mode 3.1 by itself would wait out a ping time-out before each new socket, and an error
 * while opening one would end the process; so `client` must be one that does not reconnect by itself.
 */
export function keepConnected(client: Client, logger: BoltLogger): Connection {
  const quit = new AbortController()
  const keep = async (opened: () => void, refused: (error: Error) => void): Promise<void> => {
    let [failures, wasOpen] = [0, false]
    const onOpen = (): void => {
      wasOpen = true
      opened()
      // Stopped while it was being opened: there was nothing to close yet.
      if (quit.signal.aborted) void client.disconnect()
    }
    while (!quit.signal.aborted) {
      const began = performance.now()
      const error = await liveOnce(client, onOpen).catch(problemOf)
      // Once it was open Baton keeps trying, whatever Slack says.
      if (error && !wasOpen && isFinal(error)) return refused(error)
      if (error) logger.warn(`a socket could not be opened, it is tried again: ${error.message}`)
      failures = !error && performance.now() - began > healthyMs ? 0 : failures + 1
      await pause(failures, quit.signal)
    }
  }
  return {
    start: () => new Promise((opened, refused) => void keep(opened, refused)),
    stop: async () => {
      quit.abort()
      await Promise.race([client.disconnect(), sleep(1_000)])
    },
  }
}

/** From opening it to its end. */
async function liveOnce(client: Client, opened: () => void): Promise<null> {
  const { promise: ended, resolve: end } = Promise.withResolvers<null>()
  const onEnd = (): void => end(null)
  client.once('disconnected', onEnd)
  try {
    await client.start()
    opened()
    return await ended
  } finally {
    client.off('disconnected', onEnd)
  }
}

/** The client says nothing when Slack hangs up before its hello, as it does when there are too many sockets. */
function problemOf(error: unknown): Error {
  return error instanceof Error ? error : new Error('Slack hung up before it said hello')
}

function isFinal(error: Error): boolean {
  return error instanceof WebAPIPlatformError && !mayPass.has(error.data.error)
}

const mayPass = new Set([
  'ratelimited',
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
])

/** None at first, then longer and longer. */
async function pause(failures: number, signal: AbortSignal): Promise<void> {
  if (failures === 0 || signal.aborted) return
  const ms = Math.min(longestPauseMs, shortestPauseMs * 2 ** (failures - 1))
  await sleep(ms, null, { signal }).catch(() => 'Baton stops')
}
