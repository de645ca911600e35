import { openAsBlob } from 'node:fs'
import type { PGlite } from '@electric-sql/pglite'
import { inject } from 'vitest'
import { openBreathing } from '../../src/db/connection/breathing-pglite.ts'
import { assemblePglite, type OpenDatabase } from '../../src/db/open.ts'

/** Emptied PGlites of this test file's process: emptying one takes a twentieth of the time of starting one. */
const idle: PGlite[] = []

/** An empty, migrated database on a PGlite of its own; after `close` the next test has that PGlite. */
export async function openOnPglite(now: () => Date): Promise<OpenDatabase> {
  const pglite = idle.pop() ?? (await fromTemplate())
  const database = await assemblePglite(pglite, now)
  return { ...database, close: () => handOn(pglite) }
}

/** The file is read anew from the disk's cache: a test file that needs no PGlite holds none of it. */
const fromTemplate = async (): Promise<PGlite> =>
  openBreathing('memory://', { loadDataDir: await openAsBlob(inject('pgliteTemplate')) })

/** Waits for what is still running. A PGlite that can't be emptied is not handed on, and fails the test. */
async function handOn(pglite: PGlite): Promise<void> {
  const { rows } = await pglite.query<{ names: string }>(
    `SELECT string_agg(quote_ident(tablename), ', ') AS names FROM pg_tables
     WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
  )
  await pglite.exec(`TRUNCATE ${rows[0]?.names} RESTART IDENTITY`)
  idle.push(pglite)
}
