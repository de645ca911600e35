import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Lock } from '../../../src/db/connection/lock.ts'

export class DatabaseInUseError extends Error {}

/** What many do: a file with a process id, which is removed when no such process lives. Two may do so at once. */
export async function lockFolder(folder: string): Promise<Lock> {
  await mkdir(folder, { recursive: true })
  const file = join(folder, 'lock.pid')
  const holder = await readFile(file, 'utf8').catch(() => null)
  if (holder !== null && !lives(Number(holder))) await rm(file, { force: true })
  await writeFile(file, String(process.pid), { flag: 'wx' }).catch((cause: unknown) => {
    throw new DatabaseInUseError('in use', { cause })
  })
  return { release: () => rm(file, { force: true }) }
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
