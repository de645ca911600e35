import { lstat, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { OwnError } from '../../flows/errors/loggable.ts'
import { openBreathing } from './breathing-pglite.ts'
import { seeRoom, toBeginWith, wantRoom } from './disk-room.ts'

/**
 * Opens the PGlite of a data folder.
 * @throws Error with a sentence that names the folder and says what to do
 */
export async function openFolder(dataDir: string): Promise<PGlite> {
  const folder = join(dataDir, 'pglite')
  const isMade = await isThere(join(folder, 'PG_VERSION'))
  if (isMade) seeRoom(dataDir, false)
  else await wantPlace(dataDir, folder)
  return openBreathing(folder).catch((cause: unknown) => {
    throw cause instanceof OwnError ? cause : damaged(folder, cause)
  })
}

const isThere = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  )

/** For a new database. PGlite would make one also where the rest of another is. */
async function wantPlace(dataDir: string, folder: string): Promise<void> {
  wantRoom(dataDir, toBeginWith)
  if (!(await isThere(folder))) return
  if (!(await stat(folder)).isDirectory())
    throw new Error(`${folder} is a file, and must be a folder: move it away, or choose another DATA_DIR.`)
  if (await isThere(join(folder, 'global', 'pg_control'))) throw damaged(folder)
}

/** The engine's own words are of no use, and some of its errors have none. */
const damaged = (folder: string, cause?: unknown): Error =>
  new Error(
    `The database in ${folder} can’t be opened: it is damaged, or the user Baton runs as may not write everything in ` +
      'it. See its owner and rights; else restore the backup into a new folder, and name that as DATA_DIR.',
    { cause },
  )
