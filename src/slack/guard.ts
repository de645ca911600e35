import type { App, ReceiverEvent } from '@slack/bolt'
import type { Logger } from 'pino'

/** Slack shows the person an error after three seconds without an answer. */
const patienceMs = 2_500

export interface Guard {
  /** How many clicks, commands and events are being worked on. */
  busy(): number
  /** Resolves when nothing is being worked on, or after the given time. */
  idle(withinMs: number): Promise<void>
}

/**
 * Watches over everything that comes in: it is answered exactly once and in time, even when a listener is slow,
 * throws, or does not exist, and Baton knows what is still under way when it stops. Bolt does none of this over
 * a socket. A listener can ask `context['answered']()` whether its own answer would come too late.
 */
export function guard(app: App, log: Logger): Guard {
  const process = app.processEvent.bind(app)
  const active = new Set<Promise<void>>()
  app.processEvent = (event) => {
    const work = watched(event, process, log).finally(() => active.delete(work))
    active.add(work)
    return work
  }
  return {
    busy: () => active.size,
    idle: async (withinMs) => {
      const limit = AbortSignal.timeout(withinMs)
      while (active.size > 0 && !limit.aborted) {
        await Promise.race([Promise.allSettled(active), aborted(limit)])
      }
    },
  }
}

async function watched(event: ReceiverEvent, process: App['processEvent'], log: Logger): Promise<void> {
  let answered = false
  const ack: ReceiverEvent['ack'] = async (answer) => {
    if (answered) return
    answered = true
    await event.ack(answer)
  }
  const giveUp = (): void => {
    if (!answered)
      log.warn({ what: event.body['type'] ?? event.body['command'] }, 'slow: answered by the watchdog')
    ack().catch((error: unknown) => log.warn({ why: String(error) }, 'the answer did not reach Slack'))
  }
  const timer = setTimeout(giveUp, patienceMs)
  try {
    await process({
      ...event,
      ack,
      customProperties: { ...event.customProperties, answered: () => answered },
    })
  } finally {
    clearTimeout(timer)
    if (!answered) giveUp()
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  signal.addEventListener('abort', () => resolve(), { once: true })
  return promise
}
