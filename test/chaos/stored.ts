import { PGlite } from '@electric-sql/pglite'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'

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
  const client = new Client({ connectionString: url })
  await client.connect()
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

/** Waits until everything in the outbox of a PostgreSQL is sent or has failed. @throws Error when it takes too long */
export async function drained(database: Record<string, string>, seconds = 60): Promise<void> {
  const sql = `SELECT count(*)::int AS waiting FROM "Notice" WHERE NOT settled`
  for (const end = performance.now() + seconds * 1000; ; await sleep(200)) {
    const [row] = await stored<{ waiting: number }>(database, sql)
    if (row?.waiting === 0) return
    if (performance.now() > end) throw new Error(`${row?.waiting} notices were not sent within ${seconds} s`)
  }
}
