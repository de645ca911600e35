import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Hold } from './hold.ts'
import { holdFile } from './lock-file.ts'
import { holdName } from './lock-name.ts'

/** A second process opened the folder of a running one; its sentence tells what to do. */
export class DatabaseInUseError extends Error {
  override name = 'DatabaseInUseError'
}

export interface Lock {
  release(): Promise<void>
}

/**
 * Keeps a second process out of a data folder, before anything is written there. The system itself holds the lock for us
 * and lets go when the process dies, however it dies, so that nothing stale can be left behind.
 * @throws DatabaseInUseError when another process has the folder
 */
export async function lockFolder(folder: string): Promise<Lock> {
  await mkdir(folder, { recursive: true }).catch(cantWrite(folder))
  await using held = new AsyncDisposableStack()
  hold(held, await holdName(folder), folder)
  hold(held, await holdFile(join(folder, 'lock')).catch(cantWrite(folder)), folder)
  const kept = held.move()
  return { release: () => kept.disposeAsync() }
}

function hold(held: AsyncDisposableStack, letGo: Hold, folder: string): void {
  if (!letGo) throw new DatabaseInUseError(inUse(folder))
  held.defer(letGo)
}

function inUse(folder: string): string {
  return (
    `Another Baton is already running on the data folder ${resolve(folder)}. ` +
    'Stop it first, choose another DATA_DIR, or set DATABASE_URL to a PostgreSQL server, which any number may share.'
  )
}

const cantWrite = (folder: string) => (cause: unknown) => {
  const why = cause instanceof Error ? cause.message : String(cause)
  throw new Error(
    `Baton can’t write to the data folder ${resolve(folder)} (${why}). Check its owner and rights, or choose another DATA_DIR.`,
    { cause },
  )
}
