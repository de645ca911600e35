import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const folder = fileURLToPath(new URL('../../node_modules/.cache/conformance/', import.meta.url))

/** Fetches a peer into a folder of its own, once; it is no dependency of Baton's. Gives back the package's folder. */
export async function fetchPeer(
  name: string,
  version: string,
  tell: (line: string) => void,
): Promise<string> {
  const home = `${folder}${name}-${version}`
  const found = `${home}/node_modules/${name}`
  if (existsSync(found)) return found
  tell(`fetching ${name}@${version}`)
  await mkdir(home, { recursive: true })
  const flags = [
    '--prefix',
    home,
    '--no-save',
    '--no-package-lock',
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
  ]
  await promisify(execFile)('npm', ['install', ...flags, `${name}@${version}`], { timeout: 120_000 })
  return found
}
