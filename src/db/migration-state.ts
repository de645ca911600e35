import type { PrismaClient } from './generated/client.ts'
import { readMigrations } from './migrations.ts'

/** The migrations of a database beside those of this Baton. */
export interface MigrationState {
  applied: string[]
  missing: string[]
  /** Applied, and not known here: the database is of a later Baton. */
  unknown: string[]
  /** Begun, and neither finished nor taken back. */
  unfinished: string[]
}

interface Row {
  name: string
  isFinished: boolean
}

export async function readMigrationState(client: PrismaClient): Promise<MigrationState> {
  const rows = await history(client)
  const known = (await readMigrations()).map(({ name }) => name)
  const applied = rows.filter(({ isFinished }) => isFinished).map(({ name }) => name)
  return {
    applied,
    missing: known.filter((name) => !applied.includes(name)),
    unknown: applied.filter((name) => !known.includes(name)),
    unfinished: rows
      .filter(({ name, isFinished }) => !isFinished && !applied.includes(name))
      .map(({ name }) => name),
  }
}

/** The history as Prisma keeps it; none in a new database. */
async function history(client: PrismaClient): Promise<Row[]> {
  const [table] = await client.$queryRaw<{ isThere: boolean }[]>`
    SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS "isThere"`
  if (!table?.isThere) return []
  return client.$queryRaw<Row[]>`
    SELECT migration_name AS name, finished_at IS NOT NULL AS "isFinished" FROM "_prisma_migrations"
    WHERE rolled_back_at IS NULL ORDER BY started_at`
}
