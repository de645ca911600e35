import { spawnSync } from 'node:child_process'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'

/** Whom PostgreSQL's programs run as. */
export interface ServerUser {
  /** Another one than the one who runs the tests. */
  ids: { uid?: number; gid?: number }
  /** What comes before the command. */
  before: string[]
}

const nobody = { uid: 65_534, gid: 65_534 }
const asItself: ServerUser = { ids: {}, before: [] }
/** In a name space of its own, where whoever runs the tests is nobody; what it writes is theirs all the same. */
const asUnknown: ServerUser = { ids: {}, before: ['unshare', '--user'] }

/**
 * PostgreSQL refuses to run as root, and initdb to run as a user without a name, though it needs none: then it is nobody's.
 * @throws Error that says what is missing
 */
export function serverUser(): ServerUser {
  const isRoot = process.getuid?.() === 0
  if (!isRoot && hasName()) return asItself
  const found = [...(isRoot ? [{ ids: nobody, before: [] }] : []), asUnknown].find((user) =>
    mayRun('/bin/sh', ['-c', ':'], user),
  )
  if (found) return found
  throw new Error(
    isRoot
      ? 'PostgreSQL refuses to run as root, and this root may not become another user: run the tests as one that is not root'
      : `PostgreSQL asks for the name of user ${process.getuid?.()}, who has none here: give it a line in /etc/passwd`,
  )
}

function hasName(): boolean {
  try {
    return userInfo().username !== ''
  } catch {
    return false
  }
}

export const commandOf = (program: string, args: string[], { before }: ServerUser): [string, string[]] => {
  const [command = program, ...rest] = [...before, program, ...args]
  return [command, rest]
}

/** Tried, and not reckoned from modes: there are access lists, mounts without programs, and roots that may not be another. */
export function mayRun(program: string, args: string[], user: ServerUser): boolean {
  const [command, all] = commandOf(program, args, user)
  try {
    return spawnSync(command, all, { ...user.ids, cwd: '/', stdio: 'ignore' }).status === 0
  } catch {
    // Some errors are thrown, as the one of a user that is not known to the name space.
    return false
  }
}

/**
 * An empty folder that belongs to that user, in the first of the usual places that it can get to.
 * @throws Error that says what is missing
 */
export async function roomFor(user: ServerUser): Promise<string> {
  const places = user === asItself ? [tmpdir()] : [...new Set([tmpdir(), '/tmp', '/var/tmp'])]
  for (const place of places) {
    const folder = await mkdtemp(join(place, 'baton-postgres-')).catch(() => null)
    if (folder === null) continue
    await handOver(folder, user)
    if (mayRun('/bin/sh', ['-c', 'cd "$0"', folder], user)) return folder
    await rm(folder, { recursive: true })
  }
  throw new Error(
    `PostgreSQL finds no room in ${places.join(', ')}: let TMPDIR name a folder that everybody may enter and write to`,
  )
}

export async function handOver(path: string, { ids: { uid, gid } }: ServerUser): Promise<void> {
  if (uid !== undefined && gid !== undefined) await chown(path, uid, gid)
}
