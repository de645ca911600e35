import { PGlite } from '@electric-sql/pglite'
import { inject } from 'vitest'
import { assemblePglite, openDatabase, type OpenDatabase } from '../../src/db/open.ts'
import { createDatabase } from './create-database.ts'

/** The engines that every store and flow test runs on. */
export interface Engine {
  name: string
  /** A fresh, migrated database of its own. */
  open(now?: () => Date): Promise<OpenDatabase>
  /** The settings with which a Baton opens a fresh database of its own. */
  settings(): Promise<{ DATABASE_URL?: string; DATA_DIR: string }>
}

let migrated: Promise<Blob> | undefined

/** Starting a PGlite takes seconds; one that was dumped after its migrations starts in a fraction. */
async function pgliteFromTemplate(): Promise<PGlite> {
  migrated ??= dumpTemplate()
  return PGlite.create({ loadDataDir: await migrated })
}

async function dumpTemplate(): Promise<Blob> {
  const pglite = await PGlite.create()
  const database = await assemblePglite(pglite, () => new Date())
  const dump = await pglite.dumpDataDir('none')
  await database.close()
  return dump
}

const pglite: Engine = {
  name: 'PGlite',
  open: async (now = () => new Date()) => assemblePglite(await pgliteFromTemplate(), now),
  settings: () => Promise.resolve({ DATA_DIR: 'memory://' }),
}

const postgres: Engine = {
  name: 'PostgreSQL',
  open: async (now = () => new Date()) =>
    openDatabase({ url: await createDatabase(inject('postgresUrl')), dataDir: '', now }),
  settings: async () => ({ DATABASE_URL: await createDatabase(inject('postgresUrl')), DATA_DIR: './data' }),
}

export const engines: Engine[] = [pglite, postgres]
