import { lstatSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * A folder in the temporary one that is kept for the next run. It is this user's alone: what another user of the machine has
 * put in its place could be run or loaded, so that a fresh one is taken then, for this process.
 */
export function keptFolder(name: string): string {
  const uid = process.getuid?.()
  const folder = join(tmpdir(), `baton-${name}${uid === undefined ? '' : `-${uid}`}`)
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    if (!isOurs(folder, uid)) return freshFolder(folder)
  }
  return folder
}

function isOurs(folder: string, uid: number | undefined): boolean {
  const found = lstatSync(folder)
  return found.isDirectory() && (uid === undefined || (found.uid === uid && (found.mode & 0o077) === 0))
}

function freshFolder(path: string): string {
  const fresh = mkdtempSync(`${path}-`)
  process.on('exit', () => rmSync(fresh, { recursive: true, force: true }))
  return fresh
}
