import { PrismaPg } from '@prisma/adapter-pg'
import { Pool, type PoolConfig } from 'pg'

/**
 * Prisma's way to a PostgreSQL server. A connection that breaks while it is handed on from one query to the next has
 * nobody who listens, which would end the process: so each has a listener of its own from its first to its last moment.
 * Whoever asks something over it learns from the answer that it is gone.
 */
export function pgAdapter(config: PoolConfig): PrismaPg {
  const pool = new Pool(config)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return new PrismaPg(pool, { disposeExternalPool: true })
}
