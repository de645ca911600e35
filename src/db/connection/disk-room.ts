import { statfsSync } from 'node:fs'
import { OwnError } from '../../flows/errors/loggable.ts'

const megabyte = 1024 * 1024
/** PGlite writes its log ahead in files of 16 MB, each at once; where one finds no room it ends, and never answers again. */
const forALog = 16 * megabyte
/** What must be free before something new is begun, and to go on with what was begun. */
const toBegin = 2 * forALog
const toGoOn = forALog + 4 * megabyte
/** What PGlite writes before it can be asked anything. */
export const toBeginWith = toBegin + 48 * megabyte

/** With PostgreSQL's own code in its sentence. Prisma would put an error of its own in the place of one that has it as `code`. */
class NoRoomError extends OwnError {
  override name = 'NoRoomError'
}

class FolderGoneError extends OwnError {
  override name = 'FolderGoneError'
}

/**
 * Looks at the disk before each statement.
 * @throws NoRoomError, FolderGoneError with a sentence that names the folder and says what to do
 */
export function seeRoom(folder: string, isBegun: boolean): void {
  wantRoom(folder, isBegun ? toGoOn : toBegin)
}

/** @throws NoRoomError, FolderGoneError */
export function wantRoom(folder: string, wanted: number): void {
  const free = freeOn(folder)
  if (free >= wanted) return
  throw new NoRoomError(
    `The disk of the data folder ${folder} is full (53100): ${inMb(free)} MB are free, and ${inMb(wanted)} MB are needed. ` +
      'Make room there; nothing is lost.',
  )
}

const inMb = (bytes: number): number => Math.floor(bytes / megabyte)

function freeOn(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  } catch (cause) {
    throw new FolderGoneError(
      `The data folder ${folder} is gone. Stop Baton, put it back, and start again; what was in it is in your backup.`,
      { cause },
    )
  }
}
