// Writes prisma/migrations/<time>_<name>/migration.sql: the step from the migrations to prisma/schema.prisma.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { Command, InvalidArgumentError } from 'commander'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { missingMigration } from './missing-migration.ts'

const nameOf = (text: string): string => {
  if (/^[a-z0-9_]+$/.test(text)) return text
  throw new InvalidArgumentError('Give lower-case letters, digits and underscores.')
}

async function write(name: string): Promise<void> {
  const sql = await missingMigration(new PrismaPGlite(new PGlite()))
  if (!sql) return console.log('the migrations already lead to prisma/schema.prisma')
  const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14)
  const folder = join(import.meta.dirname, '../prisma/migrations', `${stamp}_${name}`)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'migration.sql'), sql)
  console.log(`wrote ${folder}/migration.sql; read it before you commit it`)
}

await new Command('npm run migration --')
  .description('Writes the step from the migrations to prisma/schema.prisma as a new migration.')
  .argument('<name>', 'what it does: lower-case letters, digits, underscores', nameOf)
  .action(write)
  .parseAsync()
process.exit(0)
