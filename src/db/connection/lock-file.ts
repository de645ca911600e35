import { DatabaseSync } from 'node:sqlite'
import type { Hold } from './hold.ts'

/** Of several who come at once each may be in the way of the others for a moment. */
const patienceMs = 250
const busy = 5

/**
 * Holds a lock of the operating system on a file (fcntl, LockFileEx), by way of SQLite, which does it alike on Linux, macOS
 * and Windows. The file stays empty: it means nothing that it is there. It counts across containers that share a volume,
 * and however the folder is spelled.
 */
export async function holdFile(file: string): Promise<Hold> {
  const holder = new DatabaseSync(file, { timeout: patienceMs })
  try {
    // Without a journal in memory a killed holder would leave one on disk, over which those who come next would quarrel.
    holder.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
  } catch (error) {
    holder.close()
    if (error instanceof Error && 'errcode' in error && error.errcode === busy) return null
    throw error
  }
  return async () => holder.close()
}
