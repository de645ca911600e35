import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'

/** Asks the database of a folder that nobody has open. */
export async function query<T>(folder: string, sql: string): Promise<T[]> {
  const pglite = await PGlite.create(join(folder, 'pglite'))
  try {
    return (await pglite.query<T>(sql)).rows
  } finally {
    await pglite.close()
  }
}

/** How many of the rows that were acknowledged a database does not have. */
export async function missingRows(folder: string, rows: string[]): Promise<number> {
  const stored = await query<{ row: string }>(folder, 'SELECT row FROM seen')
  const seen = new Set(stored.map(({ row }) => row))
  return rows.filter((row) => !seen.has(row)).length
}
