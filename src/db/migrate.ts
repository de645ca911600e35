import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { openSchemaEngine } from './schema-engine.ts'

const folder = join(import.meta.dirname, '../../prisma')
export const schemaFilter = { externalTables: [], externalEnums: [] }

/** Applies the migrations that are missing and returns their names. The history is kept as `prisma migrate` keeps it. */
export async function migrate(factory: SqlMigrationAwareDriverAdapterFactory): Promise<string[]> {
  const engine = await openSchemaEngine(factory, await readSchema())
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: await readMigrations(),
      filters: schemaFilter,
    })
    return appliedMigrationNames
  } finally {
    engine.free()
  }
}

export function readSchema(): Promise<string> {
  return readFile(join(folder, 'schema.prisma'), 'utf8')
}

/** The migrations of the repository, in the shape that the schema engine takes. */
export async function readMigrations() {
  const baseDir = join(folder, 'migrations')
  const entries = await readdir(baseDir, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  const migrationDirectories = await Promise.all(
    names.toSorted().map(async (path) => ({
      path,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok' as const, value: await readFile(join(baseDir, path, 'migration.sql'), 'utf8') },
      },
    })),
  )
  const lockfile = { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' }
  return { baseDir, lockfile, migrationDirectories, shadowDbInitScript: '' }
}
