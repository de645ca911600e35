import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** An empty folder for the test that runs now, or is about to; it is gone when the test is over. */
export async function ownFolder(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `baton-${name}-`))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}
