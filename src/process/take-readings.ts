import { setTimeout as wait } from 'node:timers/promises'
import type { OpenDatabase } from '../db/open.ts'
import { digestOverdueMs } from '../flows/digest/digest-overdue.ts'
import type { Readings } from '../flows/health/readings.ts'
import type { Storing } from '../flows/intake/storing.ts'
import type { Jobs } from '../jobs/schedule.ts'
import type { Slack } from '../slack/connection/app.ts'

interface Parts {
  database: OpenDatabase
  slack: Slack
  storing: Storing
  clock: Jobs['clock']
  now: () => Date
  postsPerSecond: number
}

/** Below the ten seconds in which Prometheus gives up, above the five in which a connection is waited for. */
const patienceMs = 7_000

/** Looks at every part, for /readyz and /metrics. A database that is away, or stands still, is one of the answers. */
export async function takeReadings(parts: Parts): Promise<Readings> {
  const { database, slack, storing, clock, now, postsPerSecond } = parts
  const inTime = wait(patienceMs, null, { ref: false })
  const shared = await Promise.race([sharedReadings(parts).catch(() => null), inTime])
  return {
    now: now(),
    database: { kind: database.kind, answers: shared !== null },
    unstored: storing.unstored(),
    slack: slack.state(),
    clock: clock(),
    shared,
    postsPerSecond,
  }
}

async function sharedReadings({ database: { db }, now }: Parts): Promise<NonNullable<Readings['shared']>> {
  return {
    queue: await db.troubles.queue(),
    troubles: await db.troubles.all(),
    digestOverdueMs: await digestOverdueMs({ db, now }),
  }
}
