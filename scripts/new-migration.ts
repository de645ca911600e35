// Writes prisma/migrations/<time>_<name>/migration.sql: the step from the migrations to prisma/schema.prisma.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { missingMigration } from './missing-migration.ts'

const name = process.argv[2]
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error('usage: npm run migration -- NAME   (lower-case letters, digits, underscores)')
  process.exit(1)
}

const sql = await missingMigration(new PrismaPGlite(new PGlite()))
if (sql) {
  const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14)
  const folder = join(import.meta.dirname, '../prisma/migrations', `${stamp}_${name}`)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'migration.sql'), sql)
  console.log(`wrote ${folder}/migration.sql; read it before you commit it`)
} else {
  console.log('the migrations already lead to prisma/schema.prisma')
}
process.exit(0)
