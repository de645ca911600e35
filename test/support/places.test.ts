import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasBrowser } from './browser.ts'
import { startPostgres } from './postgres-process.ts'
import { packagedPrograms } from './postgres-programs.ts'
import { mayRun } from './server-user.ts'

const isRoot = process.getuid?.() === 0
/** Nobody's here: no machine gives this number to anybody. */
const nameless = { uid: 71_234, gid: 71_234 }
const probe = join(import.meta.dirname, 'probe-place.ts')
const isOpen = isRoot && mayRun(process.execPath, ['--check', probe], { ids: nameless, before: [] })
const withoutRights = ['/usr/bin/setpriv', '--bounding-set=-setuid,-setgid']
const hasSetpriv = isRoot && mayRun('/bin/true', [], { ids: {}, before: withoutRights })
/** Containers may forbid them; the sentence is all there is then. */
const hasNameSpaces = isOpen && mayRun('/bin/true', [], { ids: nameless, before: ['unshare', '--user'] })

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baton-places-'))
  await chmod(folder, 0o755)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

interface Place {
  command?: string[]
  args?: string[]
  env?: Record<string, string>
  user?: { uid?: number; gid?: number }
}

/** What the probe says there. */
async function saidIn({ command = [], args = [], env = {}, user = {} }: Place): Promise<string> {
  const [program = process.execPath, ...rest] = [...command, process.execPath, probe, ...args]
  const options = {
    cwd: join(import.meta.dirname, '../..'),
    env: { PATH: process.env['PATH'], ...env },
    ...user,
  }
  return (await promisify(execFile)(program, rest, options)).stdout.trim()
}

async function made(name: string, mode: number): Promise<string> {
  const path = join(folder, name)
  await mkdir(path, { recursive: true })
  await chmod(path, mode)
  return path
}

describe.runIf(isRoot)('for root, the tests have their PostgreSQL', () => {
  it('below a folder that only root may enter, with blanks and umlauts in its name', async () => {
    const home = await made('Größe von root', 0o700)
    await cp(dirname(packagedPrograms()), join(home, 'native'), { recursive: true, verbatimSymlinks: true })
    const server = await startPostgres(join(home, 'native', basename(packagedPrograms())))
    await server.halt()
    await server.resume()
    await server.stop()
    expect(existsSync(dirname(server.dataDir))).toBe(false)
  })

  it('with a temporary folder that only root may enter', async () => {
    const TMPDIR = await made('of root', 0o700)
    expect(await saidIn({ env: { TMPDIR } })).toContain('"sum":2')
    expect((await readdir(TMPDIR)).filter((name) => name.includes('postgres'))).toEqual([])
  })

  it.runIf(hasSetpriv && hasNameSpaces)('where root may not become another user', async () => {
    expect(await saidIn({ command: withoutRights })).toContain('"sum":2')
  })

  it.runIf(hasSetpriv)('or a sentence, where nothing helps', async () => {
    const said = await saidIn({ command: withoutRights, env: { PATH: '/nowhere' } })
    expect(said).toMatch(/may not become another user: run the tests as one that is not root$/)
  })
})

describe.runIf(isOpen)('for a user without a name', () => {
  it.runIf(hasBrowser && hasNameSpaces)(
    'they have PostgreSQL and browser, twice at once, in a long path and a home that is read-only',
    async () => {
      const TMPDIR = await made(`Zwischen ablage ${'ä'.repeat(60)}`, 0o777)
      const HOME = await made('home', 0o555)
      const said = await Promise.all(
        [1, 2].map(() => saidIn({ args: ['--browser'], env: { TMPDIR, HOME }, user: nameless })),
      )
      for (const one of said) expect(one).toContain('"sum":2,"title":"it draws"')
      expect(
        await readdir(join(TMPDIR, (await readdir(TMPDIR)).find((name) => name.includes('chromium')) ?? '')),
      ).toEqual(['whole'])
    },
  )

  it.runIf(hasNameSpaces)('they have them without a home', async () => {
    const TMPDIR = await made('Zwischen ablage', 0o777)
    expect(await saidIn({ env: { TMPDIR }, user: nameless })).toContain('"sum":2')
  })

  it('they say what is missing where it can’t be lent one', async () => {
    const said = await saidIn({ env: { PATH: '/nowhere' }, user: nameless })
    expect(said).toBe(
      'PostgreSQL asks for the name of user 71234, who has none here: give it a line in /etc/passwd',
    )
  })
})
