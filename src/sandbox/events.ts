import { setTimeout as sleep } from 'node:timers/promises'
import { NotDelivered } from './transport/not-delivered.ts'
import type { Envelope } from './transport/socket-mode.ts'

/** After a first failure Slack tries again at once, after a minute, and after five. */
const slackWaitsMs = [0, 60_000, 300_000]

type Deliver = (envelope: Envelope) => Promise<unknown>

/**
 * Hands an event to the app, again and again until it is acknowledged; clicks, commands and views get no such care.
 * @param waitsMs milliseconds before each of the further attempts
 * @throws NotDelivered when the app takes it neither now nor at once again; later attempts go on by themselves
 */
export async function deliverEvent(
  deliver: Deliver,
  payload: object,
  waitsMs: readonly number[] = slackWaitsMs,
): Promise<void> {
  const envelope: Envelope = { type: 'events_api', payload, acceptsResponse: false }
  try {
    await deliver(envelope)
  } catch (error) {
    await again(deliver, envelope, { error, attempt: 1, waitsMs })
  }
}

interface Failure {
  error: unknown
  /** Which attempt comes next. */
  attempt: number
  waitsMs: readonly number[]
}

async function again(deliver: Deliver, envelope: Envelope, failure: Failure): Promise<void> {
  const { error, attempt, waitsMs } = failure
  const wait = waitsMs[attempt - 1]
  const reason = error instanceof NotDelivered ? error.retryReason : null
  if (wait === undefined || reason === null) throw error
  const next = async () => {
    try {
      await deliver({ ...envelope, retry: { attempt, reason } })
    } catch (failed) {
      await again(deliver, envelope, { error: failed, attempt: attempt + 1, waitsMs })
    }
  }
  if (wait === 0) return next()
  // Nobody waits for minutes: who caused the event hears of the failure now.
  void later(wait, next)
  throw error
}

async function later(waitMs: number, next: () => Promise<void>): Promise<void> {
  await sleep(waitMs, undefined, { ref: false })
  try {
    await next()
  } catch {
    // Given up, or waiting for the next attempt: either way the failure is in the log of deliveries.
  }
}
