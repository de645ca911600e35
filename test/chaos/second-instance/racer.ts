import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'

/**
 * Opens a data folder when it is told to, together with others, and says what came of it: the lock alone, or the database
 * and a row in it. `process.argv`: folder, mode. It keeps what it got until it is killed.
 */
const [folder = '', mode = 'lock'] = process.argv.slice(2)
const goSchema = z.object({ at: z.number(), row: z.string() })
const { DatabaseInUseError, lockFolder } = await import('../../../src/db/lock.ts')
const open = mode === 'lock' ? () => lockFolder(folder) : await opener()

process.on('message', (message) => void race(goSchema.parse(message)))
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

async function opener(): Promise<(row: string) => Promise<unknown>> {
  const { openDatabase } = await import('../../../src/db/open.ts')
  const now = () => new Date()
  return async (row) => {
    const { db } = await openDatabase({ dataDir: folder, now })
    await db.lookups.countMiss('persona', row, now())
  }
}
