import type { WebClient } from '@slack/web-api'
import type { Logger } from 'pino'
import type { Meter } from '../../ports/meter.ts'
import type { ClaimedNotice } from '../../ports/outbox.ts'
import { alarm } from './alarm.ts'
import { sharedChannels } from '../drawing/channels.ts'
import { watchDatabase, type DatabaseWatch } from '../connection/database-watch.ts'
import { loggable } from '../../flows/errors/loggable.ts'
import { record, report, type Records } from './record-attempt.ts'
import { preparationMs, sendNotice, type SlackAccess } from './send-notice.ts'

export interface DeliveryOptions extends Records {
  /** A client that never repeats a call by itself: see postingClient. */
  client: WebClient
  log: Logger
  /** Names this process in leases. */
  owner: string
  meter?: Meter
}

export interface Delivery {
  /** Something new may wait: look now instead of at the next turn. */
  nudge: () => void
  /** Takes nothing new and waits for what is being sent. */
  stop: () => Promise<void>
}

const mostAtOnce = 4
const idleMs = 5_000

/** Carries notices to Slack, several channels at once, in order within a channel, until it is stopped. */
export function startDelivery(options: DeliveryOptions): Delivery {
  const { deps, client, log } = options
  const channels = sharedChannels({ client, now: deps.now })
  const access: SlackAccess = { deps, client, channels, mostPreparationMs: preparationMs(options.settleMs) }
  const database = watchDatabase(log)
  const bell = alarm()
  const active = new Set<Promise<void>>()
  const quit = new AbortController()

  const run = async (): Promise<void> => {
    while (!quit.signal.aborted) {
      const askedAt = performance.now()
      const notice = active.size < mostAtOnce ? await claim(options, database) : null
      if (notice) begin(notice, askedAt)
      else await bell.sleep(active.size < mostAtOnce ? await untilNext(options) : idleMs)
    }
  }
  const begin = (notice: ClaimedNotice, leasedAt: number): void => {
    const work = carry({ notice, leasedAt }, access, options).catch((error: unknown) => {
      // The database is away. The lease ends by itself, and the notice is then looked for before it is sent again.
      log.error({ notice: notice.id, why: loggable(error) }, 'a notice could not be settled')
    })
    active.add(work)
    void work.finally(() => {
      active.delete(work)
      bell.ring()
    })
  }

  const running = run()
  return {
    nudge: bell.ring,
    stop: async () => {
      quit.abort()
      bell.ring()
      await running
      await Promise.all(active)
    },
  }
}

async function claim(
  { outbox, deps, owner, settleMs }: DeliveryOptions,
  database: DatabaseWatch,
): Promise<ClaimedNotice | null> {
  try {
    const leaseMs = settleMs + preparationMs(settleMs)
    const notice = await outbox.claim({ now: deps.now(), owner, leaseMs })
    database.answered()
    return notice
  } catch (error) {
    database.failed(error)
    return null
  }
}

/** How long nothing can be due, at most a few seconds: another instance may have written meanwhile. */
async function untilNext({ outbox, deps }: DeliveryOptions): Promise<number> {
  try {
    const next = await outbox.nextDueAt()
    if (!next) return idleMs
    const wait = next.getTime() - deps.now().getTime()
    // Due but not to be had: another instance is taking it at this moment.
    return wait > 0 ? Math.min(idleMs, wait) : 20
  } catch {
    // claim() has just said that the database is away, or will in a moment.
    return 500
  }
}

interface Leased {
  notice: ClaimedNotice
  /** When the lease was asked for, by performance's clock. */
  leasedAt: number
}

async function carry(
  { notice, leasedAt }: Leased,
  access: SlackAccess,
  options: DeliveryOptions,
): Promise<void> {
  const began = performance.now()
  const result = await sendNotice(notice, access, leasedAt)
  const seconds = (performance.now() - began) / 1000
  options.meter?.attempted({ kind: notice.content.kind, outcome: result.kind, seconds })
  const fate = await record(notice, result, options)
  if (result.kind !== 'sent') report(notice, result, { fate, log: options.log })
}
