import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { keptFolder } from './kept-folder.ts'

const name = '@sparticuz/chromium'
const versionSchema = z.object({ version: z.string() })

/**
 * The Chromium of the npm package, unpacked once for each user and version: the package itself would unpack it to a place that
 * every user of the machine shares, and run whatever is there.
 */
export async function packagedBrowser(): Promise<string> {
  const home = join(dirname(createRequire(import.meta.url).resolve(name)), '..')
  const { version } = versionSchema.parse(JSON.parse(await readFile(join(home, 'package.json'), 'utf8')))
  const kept = keptFolder(`chromium-${version}`)
  const whole = join(kept, 'whole')
  const program = join(whole, 'chromium')
  if (existsSync(program)) return program
  const unpacked = await mkdtemp(join(kept, 'unpacking-'))
  await unpackTo(unpacked)
  try {
    await rename(unpacked, whole)
  } catch (error) {
    // A run beside this one was faster.
    if (!existsSync(program)) throw error
    await rm(unpacked, { recursive: true })
  }
  return program
}

/** In a process of its own: the package unpacks to the temporary folder of the process, and to no other. */
async function unpackTo(folder: string): Promise<void> {
  const code = `const { default: chromium } = await import('${name}'); await chromium.executablePath()`
  const env = { ...process.env, TMPDIR: folder }
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', code], {
    env,
    cwd: import.meta.dirname,
  })
}
