import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { Client } from 'pg'
import { z } from 'zod'

/**
 * What a database holds, read past the bot: over a connection of its own, or from PGlite's folder, which nobody else may have
 * open meanwhile.
 */
export async function readRows<T>(
  database: Record<string, string>,
  sql: string,
  schema: z.ZodType<T>,
): Promise<T[]> {
  const url = database['DATABASE_URL']
  const rows =
    url === undefined ? await readPglite(database['DATA_DIR'] ?? '', sql) : await readPostgres(url, sql)
  return z.array(schema).parse(rows)
}

async function readPostgres(connectionString: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

async function readPglite(folder: string, sql: string): Promise<unknown[]> {
  const pglite = await PGlite.create(join(folder, 'pglite'))
  try {
    return (await pglite.query(sql)).rows
  } finally {
    await pglite.close()
  }
}
