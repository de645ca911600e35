import { z } from 'zod'
import type { Migration } from './migrations.ts'
import type { Statements } from '../connection/session.ts'

/** One attempt at a migration, as `prisma migrate` keeps it. */
export interface Attempt {
  id: string
  name: string
  /** Begun, and neither finished nor given up: only engines that work statement by statement leave it so. */
  isHalf: boolean
}

const attemptsSchema = z.array(z.object({ id: z.string(), name: z.string(), isHalf: z.boolean() }))
const tablesSchema = z.array(z.object({ name: z.string() }))

/** The table that Prisma makes, so that its own tools find their way. */
const createTable = `CREATE TABLE "_prisma_migrations" (
    "id"                  VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum"            VARCHAR(64) NOT NULL,
    "finished_at"         TIMESTAMPTZ,
    "migration_name"      VARCHAR(255) NOT NULL,
    "logs"                TEXT,
    "rolled_back_at"      TIMESTAMPTZ,
    "started_at"          TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`

/** The attempts that count, the first one first; `null` where nothing was ever migrated. */
export async function readHistory(tx: Statements): Promise<Attempt[] | null> {
  if (!(await tablesIn(tx)).includes('_prisma_migrations')) return null
  const rows = await tx.rows(`
    SELECT id, migration_name AS name, finished_at IS NULL AS "isHalf" FROM "_prisma_migrations"
    WHERE rolled_back_at IS NULL ORDER BY started_at`)
  return attemptsSchema.parse(rows)
}

/** The tables where Baton's would be. */
export async function tablesIn(tx: Statements): Promise<string[]> {
  const rows = await tx.rows(
    'SELECT tablename::text AS name FROM pg_tables WHERE schemaname = current_schema()',
  )
  return tablesSchema.parse(rows).map(({ name }) => name)
}

export const beginHistory = (tx: Statements): Promise<void> => tx.run(createTable)

/** Writes that the migration was applied in this transaction. */
export async function remember(tx: Statements, { name, checksum }: Migration): Promise<void> {
  await tx.rows(
    `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     VALUES (gen_random_uuid()::text, $1, $2, clock_timestamp(), clock_timestamp(), 1)`,
    [checksum, name],
  )
}

/** What `prisma migrate resolve --rolled-back` does: the attempt no longer counts. */
export async function giveUp(tx: Statements, { id }: Attempt): Promise<void> {
  await tx.rows('UPDATE "_prisma_migrations" SET rolled_back_at = clock_timestamp() WHERE id = $1', [id])
}
