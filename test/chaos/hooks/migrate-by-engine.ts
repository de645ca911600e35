import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { listOf } from '../../../scripts/missing-migration.ts'
import { openSchemaEngine } from '../../../scripts/schema-engine.ts'
import { pgAdapter } from '../../../src/db/connection/pg-adapter.ts'
import { prismaFolder, readMigrations } from '../../../src/db/migrations/migrations.ts'

// How Baton migrated before, for the control of `migrating`.
const adapter = pgAdapter({ connectionString: process.env['DATABASE_URL'] })
const engine = await openSchemaEngine(adapter, await readFile(join(prismaFolder, 'schema.prisma'), 'utf8'))
try {
  const migrationsList = listOf(await readMigrations())
  await engine.applyMigrations({ migrationsList, filters: { externalTables: [], externalEnums: [] } })
  process.exit(0)
} catch (error) {
  process.stderr.write(`${String(error)}\n`, () => process.exit(1))
}
