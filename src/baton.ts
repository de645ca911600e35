import type { Logger } from 'pino'
import { seed } from '../prisma/seed.ts'
import type { Config } from './settings/config.ts'
import { openDatabase, type OpenDatabase } from './db/open.ts'
import { loggable } from './flows/errors/loggable.ts'
import { healthOf } from './flows/health/health.ts'
import type { Outbox } from './ports/outbox.ts'
import type { Deps } from './ports/deps.ts'
import { watchStoring } from './flows/intake/storing.ts'
import { startIntake } from './intake/http.ts'
import { startJobs, type Jobs } from './jobs/schedule.ts'
import { openMetrics } from './metrics/open-metrics.ts'
import { connectSlack } from './slack/connection/app.ts'
import { clickClient, postingClient } from './slack/connection/clients.ts'
import { startDelivery } from './slack/delivery/deliver.ts'
import { slackPeople } from './slack/people/people.ts'
import { stopTogether } from './process/stop-together.ts'
import { takeReadings } from './process/take-readings.ts'
import { tellOpenRoles } from './process/tell-open-roles.ts'
import { unlessQuit } from './process/unless-quit.ts'

/** The outside world, as a parameter. */
export interface World {
  now: () => Date
  newId: () => string
  log: Logger
  /** Ends a start that still waits for Slack. */
  quit?: AbortSignal
}

export interface Baton {
  intakeUrl: string
  deps: Deps
  outbox: Outbox
  /** Where Slack sends signed requests; none with Socket Mode. */
  requestUrl: string | null
  /** Does now whatever is due, without waiting for the clock. */
  lookNow(): Promise<void>
  /** Takes nothing new, finishes what was begun, and closes the database. */
  stop(): Promise<void>
}

/** For what is in flight; closing the database comes on top, and all of it stays below ten seconds. */
const graceMs = 7_500

/**
 * Puts the parts together and starts them: database, Slack, delivery, intake, jobs. What was started is stopped again
 * when a later part can't start.
 * @throws DatabaseInUseError, UnreadableError, SlackSetupError: a sentence that says what to fix; QuitError when it was told to
 */
export async function startBaton(config: Config, world: World): Promise<Baton> {
  await using parts = new AsyncDisposableStack()
  const { log, now, newId, quit } = world
  const database = await openDatabase({ ...config.database, now })
  parts.defer(database.close)
  const doors = new Map<string, () => Promise<void>>()
  parts.defer(() => stopTogether(doors, { graceMs, log, loggable }))
  await agree(database, world)
  const deps = depsOf(config, world, database)
  const { meter, ...numbers } = openMetrics()
  const { nudge, stop } = startDelivery({
    ...{ outbox: database.outbox, deps, log, meter, owner: newId(), ...config.delivery },
    client: postingClient(config.slack, config.delivery.settleMs),
  })
  doors.set('delivery', stop)
  const slack = await connectSlack({ config: config.slack, deps, log, nudge, meter })
  const storing = watchStoring(now)
  let clock: Jobs['clock'] = () => ({ latenessMs: null, sinceTickMs: 0 })
  const readings = () =>
    takeReadings({ database, slack, storing, now, ...config.delivery, clock: () => clock() })
  const intake = await startIntake({
    ...{ config: config.intake, deps, log, nudge, meter, storing },
    health: async () => healthOf(await readings()),
    metrics: { ...numbers, token: config.metricsToken, text: async () => numbers.text(await readings()) },
  })
  doors.set('intake', intake.stop)
  await unlessQuit(slack.start(), quit)
  doors.set('slack', () => slack.stop(graceMs))
  const jobs = startJobs({ deps, log, nudge })
  doors.set('jobs', jobs.stop)
  clock = jobs.clock
  const { requestUrl } = slack.state()
  const where = { intake: intake.url, database: database.kind, ...(requestUrl && { slack: requestUrl }) }
  log.info(where, 'Baton is running')
  const running = parts.move()
  return {
    ...{ intakeUrl: intake.url, deps, outbox: database.outbox, requestUrl, lookNow: jobs.look },
    stop: () => running.disposeAsync(),
  }
}

/** The agreement that is in force from the first start on, all of it readable, and whom it lets do what. */
async function agree({ db }: OpenDatabase, { log, now }: World): Promise<void> {
  await seed(db, now())
  await Promise.all([db.personas.all(), db.definitions.all()])
  await tellOpenRoles(db, log)
}

function depsOf({ slack }: Config, { now, newId }: World, { db }: OpenDatabase): Deps {
  return { db, people: slackPeople({ client: clickClient(slack), now }), now, newId }
}
