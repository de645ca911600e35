import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

export const prismaFolder = join(import.meta.dirname, '../../../prisma')
const folder = join(prismaFolder, 'migrations')

/** One step of the schema. The checksum is the one that `prisma migrate` would write. */
export interface Migration {
  name: string
  sql: string
  checksum: string
}

/** The migrations of this version, the first one first. */
export async function readMigrations(): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(names.toSorted().map(readMigration))
}

async function readMigration(name: string): Promise<Migration> {
  const sql = await readFile(join(folder, name, 'migration.sql'), 'utf8')
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
}
