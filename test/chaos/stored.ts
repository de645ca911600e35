import { PGlite } from '@electric-sql/pglite'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect } from '../../src/db/connection/connect.ts'

/** Reads what a bot's database holds; a PGlite only when the bot is gone. */
export async function stored<T extends object>(database: Record<string, string>, sql: string): Promise<T[]> {
  const { DATABASE_URL: url, DATA_DIR: folder = '' } = database
  if (url === undefined) {
    const pglite = await PGlite.create(join(folder, 'pglite'))
    try {
      return (await pglite.query<T>(sql)).rows
    } finally {
      await pglite.close()
    }
  }
  const client = await connect(url)
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

/** What happened to a lead. */
export interface StoredEvent {
  name: string
  type: string
  actor: string | null
}

export const storedEvents = (database: Record<string, string>): Promise<StoredEvent[]> =>
  stored(
    database,
    `SELECT l.details->>'name' AS name, e.type, e.actor->>'id' AS actor
     FROM "LeadEvent" e JOIN "Lead" l ON l.id = e."leadId"`,
  )

/** Waits until everything in the outbox of a PostgreSQL is sent or has failed. @throws Error saying what still waits */
export async function drained(database: Record<string, string>, seconds = 60): Promise<void> {
  const sql = `SELECT n.kind, n.lane, n.state, n.attempts, n.error, n."startedAt", n."dueAt", l."leasedUntil", l."freeAt",
      clock_timestamp() AS now
    FROM "Notice" n JOIN "Lane" l ON l.name = n.lane WHERE NOT settled ORDER BY position`
  for (const end = performance.now() + seconds * 1000; ; await sleep(200)) {
    const waiting = await stored(database, sql)
    if (waiting.length === 0) return
    if (performance.now() > end)
      throw new Error(
        `${waiting.length} notices were not sent within ${seconds} s: ${JSON.stringify(waiting.slice(0, 3))}`,
      )
  }
}
