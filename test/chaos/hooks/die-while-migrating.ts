import { PGlite, type Transaction } from '@electric-sql/pglite'
import { Client } from 'pg'
import { statementsOf } from '../../../src/db/migrations/finish-migration.ts'

/** Loaded before a bot: ends it with -9 after so many statements of its migrations, counted over all of them. */
let left = Number(process.env['DIE_AFTER_STATEMENTS'])

/** What a migration consists of: its script, its line of the history, and on a server also the end of its transaction. */
const isOfMigration = (sql: string): boolean =>
  /^(--.*\n|\s)*(CREATE|ALTER)\b/.test(sql) || /^\s*(INSERT INTO "_prisma_migrations"|COMMIT)/.test(sql)

/** Runs what is still allowed of a script, and dies there; the whole of it when there is enough left. */
async function count<T>(sql: string, run: (sql: string) => Promise<T>): Promise<T> {
  if (!isOfMigration(sql)) return run(sql)
  const statements = statementsOf(sql)
  const result = await run(left < statements.length ? statements.slice(0, left).join(';') : sql)
  left -= statements.length
  if (left <= 0) process.kill(process.pid, 'SIGKILL')
  return result
}

interface Queries {
  query(sql: unknown, ...rest: unknown[]): unknown
}

type Done = (error: unknown, result: unknown) => void

const client: Queries = Client.prototype
const { query } = client
client.query = function (this: Queries, sql: unknown, ...rest: unknown[]) {
  const done = rest.at(-1)
  if (typeof sql !== 'string' || !isOfMigration(sql)) return query.call(this, sql, ...rest)
  if (typeof done !== 'function') return count(sql, async (some) => query.call(this, some, ...rest))
  // A pool asks with a callback.
  const answered = (some: string) =>
    new Promise((resolve) => {
      const both: Done = (error, result) => {
        done(error, result)
        resolve(result)
      }
      query.call(this, some, ...rest.slice(0, -1), both)
    })
  return void count(sql, answered)
}

const { transaction } = PGlite.prototype
PGlite.prototype.transaction = function <T>(this: PGlite, work: (tx: Transaction) => Promise<T>) {
  return transaction.call(this, (tx: Transaction) => work(counted(tx))) as Promise<T>
}

function counted(tx: Transaction): Transaction {
  return {
    ...tx,
    exec: (sql) => count(sql, (some) => tx.exec(some)),
    query: (sql, ...rest) => count(sql, (some) => tx.query(some, ...rest)),
  }
}
