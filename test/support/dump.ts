import type { Client } from 'pg'
import { connect } from '../../src/db/connection/connect.ts'

/** What the outbox does with what was saved says nothing about who saved it. */
const outbox = new Set(['Lane', 'Notice'])

/** Everything that a PostgreSQL database holds, a text for each table; of the outbox what waits or was sent. */
export async function dump(url: string): Promise<Record<string, string>> {
  const client = await connect(url)
  try {
    const { rows } = await client.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
    )
    const tables = rows.map(({ name }) => name).filter((name) => !outbox.has(name))
    const contents: Record<string, string> = {}
    for (const name of tables)
      contents[name] = await textOf(client, `SELECT t::text AS line FROM "${name}" t`)
    const notices = await textOf(client, `SELECT id || content::text AS line FROM "Notice"`)
    return { ...contents, Notice: notices }
  } finally {
    await client.end()
  }
}

async function textOf(client: Client, query: string): Promise<string> {
  const { rows } = await client.query<{ line: string }>(query)
  return rows
    .map(({ line }) => line)
    .toSorted()
    .join('\n')
}
