import type { PrismaClient } from '../generated/client.ts'
import { readMigrations } from './migrations.ts'

/** The migrations of a database beside those of this Baton. */
export interface MigrationState {
  applied: string[]
  missing: string[]
  /** Applied, and not known here: the database is of a later Baton. */
  unknown: string[]
  /** Begun, and neither finished nor taken back. */
  unfinished: string[]
  /** Tables of somebody else, where nothing was ever migrated. */
  foreign: string[]
  /** Whether this role may create tables there. */
  mayCreate: boolean
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
    foreign: rows.length > 0 ? [] : await otherTables(client),
    mayCreate: await mayCreate(client),
  }
}

async function otherTables(client: PrismaClient): Promise<string[]> {
  const tables = await client.$queryRaw<{ name: string }[]>`
    SELECT tablename::text AS name FROM pg_tables
    WHERE schemaname = current_schema() AND tablename <> '_prisma_migrations' ORDER BY 1`
  return tables.map(({ name }) => name)
}

async function mayCreate(client: PrismaClient): Promise<boolean> {
  const [right] = await client.$queryRaw<{ isGiven: boolean | null }[]>`
    SELECT has_schema_privilege(current_schema(), 'CREATE') AS "isGiven"`
  return right?.isGiven === true
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
