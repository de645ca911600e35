import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'

/**
 * Opens a data folder when it is told to, together with others, and says what came of it: the lock alone, or the lock and
 * then PGlite with a row in it, in the order of src/db/open.ts. `process.argv`: folder, mode. It keeps what it got until it
 * is killed.
 */
const [folder = '', mode = 'lock'] = process.argv.slice(2)
const goSchema = z.object({ at: z.number(), row: z.string() })
const againSchema = z.object({ again: z.string() })
const { DatabaseInUseError, lockFolder } = await import('../../../src/db/connection/lock.ts')
const open = mode === 'lock' ? () => lockFolder(folder) : await opener()

process.on('message', (message) => {
  const { data } = againSchema.safeParse(message)
  void (data ? writeAgain(data.again) : race(goSchema.parse(message)))
})
process.send?.('ready')

async function race({ at, row }: z.infer<typeof goSchema>): Promise<void> {
  await wait(Math.max(0, at - Date.now() - 5))
  // The last moments are waited out awake, so that all begin within a fraction of a millisecond.
  while (Date.now() < at);
  try {
    await open(row)
    process.send?.('won')
  } catch (error) {
    process.send?.(error instanceof DatabaseInUseError ? 'refused' : `failed: ${String(error)}`)
  }
}

let insert: ((row: string) => Promise<unknown>) | undefined

/** By then whoever wanted to is in. */
async function writeAgain(row: string): Promise<void> {
  await insert?.(row)
  process.send?.('written')
}

async function opener(): Promise<(row: string) => Promise<unknown>> {
  const { PGlite } = await import('@electric-sql/pglite')
  return async (row) => {
    await lockFolder(folder)
    const pglite = await PGlite.create(join(folder, 'pglite'))
    await pglite.exec('CREATE TABLE IF NOT EXISTS seen (row text)')
    insert = (text) => pglite.query('INSERT INTO seen VALUES ($1)', [text])
    return insert(row)
  }
}
