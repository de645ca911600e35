import { mkdir } from 'node:fs/promises'
import type { Lock } from '../../../src/db/connection/lock.ts'

export class DatabaseInUseError extends Error {}

/** Lets everybody in. */
export async function lockFolder(folder: string): Promise<Lock> {
  await mkdir(folder, { recursive: true })
  return { release: async () => undefined }
}
