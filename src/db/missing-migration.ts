import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { readMigrations, readSchema, schemaFilter } from './migrate.ts'
import { openSchemaEngine } from './schema-engine.ts'

/** The SQL that leads from the migrations to the schema; empty when they agree. Needs any empty database to work on. */
export async function missingMigration(factory: SqlMigrationAwareDriverAdapterFactory): Promise<string> {
  const content = await readSchema()
  const engine = await openSchemaEngine(factory, content)
  try {
    const { stdout } = await engine.diff({
      from: { tag: 'migrations', ...(await readMigrations()) },
      to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content }] },
      script: true,
      exitCode: null,
      filters: schemaFilter,
    })
    return stdout && !stdout.includes('This is an empty migration') ? stdout : ''
  } finally {
    engine.free()
  }
}
