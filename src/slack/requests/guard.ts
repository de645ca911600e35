import type { App, ReceiverEvent } from '@slack/bolt'
import type { Logger } from 'pino'
import { loggable } from '../../flows/errors/loggable.ts'
import type { Meter, SlackAct } from '../../ports/meter.ts'

/** Slack shows the person an error after three seconds without an answer. */
const patienceMs = 2_500

export interface Guard {
  /** How many clicks, commands and events are being worked on. */
  busy(): number
  /** From now on nothing is let in: it stays without an answer, and Slack tells the person so. */
  shut(): void
  /** Resolves when all that came in is answered, although it may still be worked on, or after the given time. */
  answered(withinMs: number): Promise<void>
  /** Resolves when nothing is being worked on, or after the given time. */
  idle(withinMs: number): Promise<void>
}

/**
 * Watches over everything that comes in: it is answered exactly once and in time, even when a listener is slow,
 * throws, or does not exist, and Baton knows what is still under way when it stops. Bolt does none of this over
 * a socket. A listener can ask `context['answered']()` whether its own answer would come too late; what went wrong in
 * one is reported by `context['failed']()`.
 */
export function guard(app: App, log: Logger, meter?: Meter): Guard {
  const hand = app.processEvent.bind(app)
  const [active, unanswered] = [new Set<Promise<void>>(), new Set<Promise<void>>()]
  let isShut = false
  app.processEvent = async (event) => {
    if (isShut) throw new Error('Baton is stopping and takes nothing new')
    const answer = Promise.withResolvers<void>()
    const work = watched({ ...event, ack: tellingOf(event.ack, answer.resolve) }, hand, { log, meter })
    await Promise.all([under(active, work), under(unanswered, Promise.race([answer.promise, work]))])
  }
  return {
    busy: () => active.size,
    shut: () => void (isShut = true),
    answered: (withinMs) => emptied(unanswered, withinMs),
    idle: (withinMs) => emptied(active, withinMs),
  }
}

/** The same answer, and a word to us once it was given, whether it reached Slack or not. */
function tellingOf(ack: ReceiverEvent['ack'], told: () => void): ReceiverEvent['ack'] {
  return async (answer) => {
    try {
      await ack(answer)
    } finally {
      told()
    }
  }
}

/** In the set as long as it is under way. */
function under(set: Set<Promise<void>>, work: Promise<void>): Promise<void> {
  const tracked = work.finally(() => set.delete(tracked))
  set.add(tracked)
  return tracked
}

async function emptied(set: Set<Promise<void>>, withinMs: number): Promise<void> {
  const limit = AbortSignal.timeout(withinMs)
  while (set.size > 0 && !limit.aborted) {
    await Promise.race([Promise.allSettled(set), aborted(limit)])
  }
}

async function watched(
  event: ReceiverEvent,
  hand: App['processEvent'],
  { log, meter }: { log: Logger; meter: Meter | undefined },
): Promise<void> {
  const began = performance.now()
  let answered = false
  let outcome: 'done' | 'late' | 'failed' = 'done'
  const ack: ReceiverEvent['ack'] = async (answer) => {
    if (answered) return
    answered = true
    await event.ack(answer)
  }
  const giveUp = (): void => {
    if (!answered) {
      outcome = 'late'
      log.warn({ what: event.body['type'] ?? event.body['command'] }, 'slow: answered by the watchdog')
    }
    ack().catch((error: unknown) => log.warn({ why: loggable(error) }, 'the answer did not reach Slack'))
  }
  const timer = setTimeout(giveUp, patienceMs)
  try {
    await hand({
      ...event,
      ack,
      customProperties: {
        ...event.customProperties,
        answered: () => answered,
        failed: () => (outcome = 'failed'),
      },
    })
  } finally {
    clearTimeout(timer)
    if (!answered) giveUp()
    meter?.handled({ what: actOf(event.body), outcome, seconds: (performance.now() - began) / 1000 })
  }
}

const acts: Record<string, SlackAct> = {
  block_actions: 'click',
  view_submission: 'modal',
  view_closed: 'modal',
  event_callback: 'event',
}

function actOf({ type, command }: ReceiverEvent['body']): SlackAct {
  if (typeof command === 'string') return 'command'
  return acts[String(type)] ?? 'other'
}

function aborted(signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  signal.addEventListener('abort', () => resolve(), { once: true })
  return promise
}
