import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { openDatabase, type OpenDatabase } from '../../src/db/open.ts'
import { createDatabase } from './create-database.ts'
import { migratedDatabase } from './migrated-database.ts'
import { openOnPglite } from './used-pglites.ts'

/** The engines that every store and flow test runs on. */
export interface Engine {
  name: string
  /** A fresh, migrated database of its own. */
  open(now?: () => Date): Promise<OpenDatabase>
  /** The settings with which a Baton opens a fresh database of its own; what it keeps on the disk goes with `held`. */
  settings(held: AsyncDisposableStack): Promise<{ DATABASE_URL?: string; DATA_DIR: string }>
}

/** A copy of the migrated database of test/support/postgres.ts. */
const copyOfTemplate = () => createDatabase(inject('postgresUrl'), migratedDatabase)

const pglite: Engine = {
  name: 'PGlite',
  open: (now = () => new Date()) => openOnPglite(now),
  settings: async (held) => {
    const folder = await mkdtemp(join(tmpdir(), 'baton-data-'))
    held.defer(() => rm(folder, { recursive: true, force: true }))
    await cp(inject('dataTemplate'), folder, { recursive: true })
    return { DATA_DIR: folder }
  },
}

const postgres: Engine = {
  name: 'PostgreSQL',
  open: async (now = () => new Date()) => openDatabase({ url: await copyOfTemplate(), dataDir: '', now }),
  settings: async () => ({ DATABASE_URL: await copyOfTemplate(), DATA_DIR: './data' }),
}

export const engines: Engine[] = [pglite, postgres]
