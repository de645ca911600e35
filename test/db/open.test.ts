import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { describe, expect, it } from 'vitest'
import { DatabaseInUseError, lockFolder } from '../../src/db/connection/lock.ts'
import { openDatabase } from '../../src/db/open.ts'
import { missingMigration } from '../../scripts/missing-migration.ts'
import { firstWords, guarded } from '../support/child.ts'
import { ownFolder } from '../support/own-folder.ts'

const now = () => new Date()

describe('opening the database', () => {
  it('has migrations that lead to the schema', async () => {
    expect(await missingMigration(new PrismaPGlite(await PGlite.create()))).toBe('')
  })

  it('refuses a second one on the same folder with a sentence, and takes it when the first is done', async () => {
    const dataDir = await ownFolder('open')
    const first = await openDatabase({ dataDir, now })
    const second = openDatabase({ dataDir, now })
    await expect(second).rejects.toBeInstanceOf(DatabaseInUseError)
    await expect(second).rejects.toThrow(/already running on the data folder .* Stop it first/)
    await first.close()
    const third = await openDatabase({ dataDir, now })
    await third.close()
  })

  it('is free again after its process was killed', async () => {
    const dataDir = await ownFolder('open')
    const lock = JSON.stringify(resolve('src/db/connection/lock.ts'))
    const code = `const { lockFolder } = await import(${lock}); await lockFolder(${JSON.stringify(dataDir)}); console.log('held'); setInterval(() => {}, 1000)`
    const child = guarded(spawn(process.execPath, ['--input-type=module', '-e', code]))
    await firstWords(child)
    await expect(lockFolder(dataDir)).rejects.toBeInstanceOf(DatabaseInUseError)
    child.kill('SIGKILL')
    await once(child, 'exit')
    const taken = await lockFolder(dataDir)
    await taken.release()
  })
})
