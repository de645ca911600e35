import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { prismaFolder, readMigrations, type Migration } from '../src/db/migrations/migrations.ts'
import { openSchemaEngine } from './schema-engine.ts'

const filters = { externalTables: [], externalEnums: [] }

/** The SQL that leads from the migrations to the schema; empty when they agree. Needs any empty database to work on. */
export async function missingMigration(factory: SqlMigrationAwareDriverAdapterFactory): Promise<string> {
  const content = await readFile(join(prismaFolder, 'schema.prisma'), 'utf8')
  const engine = await openSchemaEngine(factory, content)
  try {
    const { stdout } = await engine.diff({
      from: { tag: 'migrations', ...listOf(await readMigrations()) },
      to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content }] },
      script: true,
      exitCode: null,
      filters,
    })
    return stdout && !stdout.includes('This is an empty migration') ? stdout : ''
  } finally {
    engine.free()
  }
}

/** The migrations in the shape that the schema engine takes. */
export function listOf(migrations: Migration[]) {
  const migrationDirectories = migrations.map(({ name, sql }) => ({
    path: name,
    migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
  }))
  const lockfile = { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' }
  const baseDir = join(prismaFolder, 'migrations')
  return { baseDir, lockfile, migrationDirectories, shadowDbInitScript: '' }
}
