import { PrismaPg } from '@prisma/adapter-pg'
import { Pool, type PoolConfig } from 'pg'
import { own } from './connect.ts'

/**
 * Prisma's way to a PostgreSQL server. A connection that breaks while it is handed on from one query to the next has
 * nobody who listens, which would end the process: so each has a listener of its own from its first to its last moment.
 * Whoever asks something over it learns from the answer that it is gone. Nobody gets one before its session is ours.
 */
export function pgAdapter(config: PoolConfig): PrismaPg {
  // The pool waits for it, although its type does not say so.
  // oxlint-disable-next-line typescript/no-misused-promises
  const pool = new Pool({ ...config, onConnect: own })
  pool.on('connect', (client) => client.on('error', () => undefined))
  return new PrismaPg(pool, { disposeExternalPool: true })
}
