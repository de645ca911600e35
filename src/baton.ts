import type { Logger } from 'pino'
import { seed } from '../prisma/seed.ts'
import type { Config } from './config.ts'
import { openDatabase, type OpenDatabase } from './db/open.ts'
import type { Deps, Outbox } from './flows/ports.ts'
import { startIntake, type Health } from './intake/http.ts'
import { startJobs } from './jobs/schedule.ts'
import { connectSlack, type Slack } from './slack/app.ts'
import { clickClient, postingClient } from './slack/clients.ts'
import { startDelivery } from './slack/deliver.ts'
import { slackPeople } from './slack/people.ts'
import { stopTogether } from './stop-together.ts'

/** The outside world, as a parameter. */
export interface World {
  now: () => Date
  newId: () => string
  log: Logger
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
 * @throws DatabaseInUseError, SlackSetupError: a sentence that says what to fix
 */
export async function startBaton(config: Config, world: World): Promise<Baton> {
  await using parts = new AsyncDisposableStack()
  const { log, now, newId } = world
  const database = await openDatabase({ ...config.database, now })
  parts.defer(database.close)
  const doors = new Map<string, () => Promise<void>>()
  parts.defer(() => stopTogether(doors, { graceMs, log }))
  await seed(database.db, now())
  const people = slackPeople({ client: clickClient(config.slack), now })
  const deps: Deps = { db: database.db, people, now, newId }
  const delivery = startDelivery({
    outbox: database.outbox,
    deps,
    client: postingClient(config.slack, config.delivery.settleMs),
    log,
    ...config.delivery,
    owner: newId(),
  })
  doors.set('delivery', delivery.stop)
  const { nudge } = delivery
  const slack = await connectSlack({ config: config.slack, deps, log, nudge })
  const health = () => healthOf(database, slack)
  const intake = await startIntake({ config: config.intake, deps, log, nudge, health })
  doors.set('intake', intake.stop)
  await slack.start()
  doors.set('slack', () => slack.stop(graceMs))
  const jobs = startJobs({ deps, log, nudge })
  doors.set('jobs', jobs.stop)
  const { requestUrl } = slack.state()
  log.info(
    { intake: intake.url, database: database.kind, ...(requestUrl && { slack: requestUrl }) },
    'Baton is running',
  )
  const running = parts.move()
  return {
    ...{ intakeUrl: intake.url, deps, outbox: database.outbox, requestUrl, lookNow: jobs.look },
    stop: () => running.disposeAsync(),
  }
}

async function healthOf(database: OpenDatabase, slack: Slack): Promise<Health> {
  const isThere = await database.ping().then(
    () => true,
    () => false,
  )
  const { connected } = slack.state()
  const failed = isThere ? (await database.outbox.counts()).failed : 0
  return {
    ready: isThere && connected,
    checks: {
      database: isThere ? `${database.kind} answers` : `${database.kind} does not answer: check DATABASE_URL`,
      slack: connected ? 'connected' : 'not connected; Baton keeps trying',
      notices: failed > 0 ? `${failed} refused by Slack for good; the log says why` : 'none refused',
    },
  }
}
