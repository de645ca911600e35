import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmdirSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, rm, statfs, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, inject, it } from 'vitest'
import { openBreathing } from '../../src/db/connection/breathing-pglite.ts'
import { openDatabase } from '../../src/db/open.ts'
import { loggable as say } from '../../src/flows/errors/loggable.ts'
import { ownFolder } from '../support/own-folder.ts'

const ever = { from: new Date(0), to: new Date('2100-01-01') }

const now = () => new Date()
const refusalOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'it worked',
    (error: unknown) => error,
  )

/** A migrated data folder of its own. */
async function dataFolder(): Promise<string> {
  const folder = join(await ownFolder('disk'), 'data')
  await cp(inject('dataTemplate'), folder, { recursive: true })
  return folder
}

describe('a PGlite that finds no room on its disk', () => {
  const full = new Error('no room')

  it('is not asked for anything, not even to go on, and works again as soon as there is room', async () => {
    const folder = await ownFolder('disk')
    let room: 'enough' | 'to go on' | 'none' = 'enough'
    const see = (isBegun: boolean): void => {
      if (room === 'none' || (room === 'to go on' && !isBegun)) throw full
    }
    await using pglite = await openBreathing(folder, {}, see)
    await pglite.exec('CREATE TABLE kept (n int)')
    const insertTwo = (between: () => void) =>
      pglite.transaction(async (tx) => {
        await tx.query('INSERT INTO kept VALUES ($1)', [1])
        between()
        await tx.query('INSERT INTO kept VALUES (2)')
      })
    await insertTwo(() => (room = 'to go on'))
    expect(await refusalOf(pglite.query('SELECT 1'))).toBe(full)
    expect(await refusalOf(pglite.transaction(async () => 'begun'))).toBe(full)
    room = 'enough'
    expect(await refusalOf(insertTwo(() => (room = 'none')))).toBe(full)
    room = 'enough'
    expect((await pglite.query('SELECT n FROM kept ORDER BY n')).rows).toEqual([{ n: 1 }, { n: 2 }])
  })

  it('is closed without a last word where there is no room for one, and opens again', async () => {
    const folder = await ownFolder('disk')
    let isFull = false
    const see = (): void => {
      if (isFull) throw full
    }
    const pglite = await openBreathing(folder, {}, see)
    await pglite.exec('CREATE TABLE kept AS SELECT 7 AS n')
    isFull = true
    const control = () => readFile(join(folder, 'global', 'pg_control'))
    const before = await control()
    await pglite.close()
    expect(await control()).toEqual(before)
    await using again = await openBreathing(folder)
    expect((await again.query('SELECT n FROM kept')).rows).toEqual([{ n: 7 }])
  })
})

describe('a data folder that can’t be used', () => {
  it.each([
    ['is a file', async (pglite: string) => (await rm(pglite, { recursive: true }), writeFile(pglite, ''))],
    ['lost its version', (pglite: string) => rm(join(pglite, 'PG_VERSION'))],
    ['lost its control file', (pglite: string) => rm(join(pglite, 'global', 'pg_control'))],
    ['lost its log', (pglite: string) => rm(join(pglite, 'pg_wal'), { recursive: true })],
    ['has a log without content', emptyLog],
    ['is of another version', (pglite: string) => writeFile(join(pglite, 'PG_VERSION'), '9.6\n')],
  ])('as its database %s is told in a sentence that names it and says what to do', async (_, spoil) => {
    const dataDir = await dataFolder()
    const pglite = join(dataDir, 'pglite')
    await spoil(pglite)
    const refusal = await refusalOf(openDatabase({ dataDir, now }))
    const { message } = refusal instanceof Error ? refusal : new Error(String(refusal))
    expect(message).toContain(pglite)
    expect(message).toMatch(/restore the backup|must be a folder/)
    expect(message).not.toMatch(/Abort|ASSERT|initialize/)
  })

  it('as it is gone is said, and never asked anything', async () => {
    const folder = join(await ownFolder('disk'), 'gone')
    await mkdir(folder)
    const pglite = await openBreathing(folder)
    await rm(folder, { recursive: true })
    expect(say(await refusalOf(pglite.query('SELECT 1')))).toMatch(
      /FolderGoneError: The data folder .*gone is gone/,
    )
    await pglite.close()
  })
})

async function emptyLog(pglite: string): Promise<void> {
  const log = join(pglite, 'pg_wal')
  const files = (await readdir(log)).filter((name) => /^[0-9A-F]{24}$/.test(name))
  for (const name of files) await truncate(join(log, name), 0)
}

/** A disk of its own needs the right to mount one. */
const disk = (megabytes: number, place: string): void =>
  void execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', place], { stdio: 'ignore' })

function canMount(): boolean {
  const place = mkdtempSync(join(tmpdir(), 'baton-mount-'))
  try {
    disk(1, place)
    execFileSync('umount', [place])
    return true
  } catch {
    return false
  } finally {
    rmdirSync(place)
  }
}

describe.runIf(process.platform === 'linux' && canMount())('a disk of its own', () => {
  let place = ''
  afterEach(() => execFileSync('umount', ['-l', place]))

  it('that is full at the start is named with what is free and what is needed', async () => {
    place = await ownFolder('tmpfs')
    disk(40, place)
    expect(say(await refusalOf(openDatabase({ dataDir: place, now })))).toMatch(
      /^NoRoomError: The disk of the data folder \S+ is full \(53100\): \d+ MB are free, and 80 MB are needed\. Make room/,
    )
  })

  it('that fills while it runs ends nothing, and what comes after is stored when there is room', async () => {
    place = await ownFolder('tmpfs')
    disk(200, place)
    await cp(inject('dataTemplate'), place, { recursive: true })
    const database = await openDatabase({ dataDir: place, now })
    const { bavail, bsize } = await statfs(place)
    const filler = join(place, 'filler')
    execFileSync('fallocate', ['-l', String(bavail * bsize - 1024 * 1024), filler])
    const miss = () => database.db.lookups.countMiss('persona', 'cto', now())
    expect(say(await refusalOf(miss()))).toContain('is full (53100)')
    expect(say(await refusalOf(database.ping()))).toContain(
      `The disk of the data folder ${join(place, 'pglite')}`,
    )
    await rm(filler)
    await miss()
    expect(await database.db.lookups.misses(ever, 1)).toMatchObject([{ term: 'cto', count: 1 }])
    await database.close()
  })
})
