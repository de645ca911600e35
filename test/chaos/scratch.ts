import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDatabase } from '../support/create-database.ts'
import { startServer } from '../support/postgres-server.ts'
import type { Engine } from './rig.ts'

/** Databases for a run, on one PostgreSQL server and in one folder; all of it is gone afterwards. */
export interface Scratch extends AsyncDisposable {
  database(engine: Engine): Promise<Record<string, string>>
}

export async function openScratch(): Promise<Scratch> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-chaos-'))
  let server: ReturnType<typeof startServer> | undefined
  let count = 0
  return {
    database: async (engine) => {
      if (engine === 'PGlite') return { DATA_DIR: join(folder, `data-${++count}`) }
      server ??= startServer()
      return { DATABASE_URL: await createDatabase((await server).url) }
    },
    [Symbol.asyncDispose]: async () => {
      await (await server)?.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
