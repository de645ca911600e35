import type { PGlite } from '@electric-sql/pglite'
import type { Client } from 'pg'
import { connect } from './connect.ts'

/** What a migration needs of a database: one connection, and a transaction that is all or nothing on it. */
export interface Session {
  transaction<T>(work: (statements: Statements) => Promise<T>): Promise<T>
}

/** Inside the transaction. */
export interface Statements {
  rows(sql: string, values?: unknown[]): Promise<unknown[]>
  /** Any number of statements at once. */
  run(sql: string): Promise<void>
}

export function pgliteSession(pglite: PGlite): Session {
  return {
    transaction: (work) =>
      pglite.transaction((tx) =>
        work({
          rows: async (sql, values) => (await tx.query(sql, values)).rows,
          run: async (sql) => void (await tx.exec(sql)),
        }),
      ),
  }
}

/**
 * A connection of its own to a PostgreSQL server.
 * @throws Error that says what to look at when the server can't be reached
 */
export async function openPgSession(url: string): Promise<Session & AsyncDisposable> {
  const client = await connect(url, { connectionTimeoutMillis: 5000 }).catch(explain)
  return {
    transaction: (work) => inTransaction(client, work),
    [Symbol.asyncDispose]: () => client.end(),
  }
}

async function inTransaction<T>(client: Client, work: (statements: Statements) => Promise<T>): Promise<T> {
  // Said here, too: behind a pooler this may be another session than the one that was made our own.
  await client.query('BEGIN ISOLATION LEVEL READ COMMITTED')
  try {
    const result = await work({
      rows: async (sql, values) => (await client.query<Record<string, unknown>>(sql, values)).rows,
      run: async (sql) => void (await client.query(sql)),
    })
    await client.query('COMMIT')
    return result
  } catch (error) {
    // A connection that is gone was rolled back by the server.
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  }
}

/** Several addresses that all refuse give an error without a message. */
function explain(cause: NodeJS.ErrnoException): never {
  const said = cause.message || cause.code || cause.name
  throw new Error(`PostgreSQL can’t be reached: ${said}. Check DATABASE_URL, and that the server runs.`, {
    cause,
  })
}
