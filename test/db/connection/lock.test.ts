import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { holdFile } from '../../../src/db/connection/lock-file.ts'
import { DatabaseInUseError, lockFolder } from '../../../src/db/connection/lock.ts'
import { firstWords, guarded } from '../../support/child.ts'
import { ownFolder } from '../../support/own-folder.ts'

let home = ''
let folder = ''

beforeEach(async () => {
  home = await ownFolder('lock')
  folder = join(home, 'data')
})

/** A process that holds what the expression gives, until it is killed. */
async function holder(module: string, expression: string) {
  const code = `const lock = await import(${JSON.stringify(resolve(module))}); await lock.${expression}; console.log('held'); setInterval(() => {}, 1000)`
  const child = guarded(spawn(process.execPath, ['--input-type=module', '-e', code]))
  await firstWords(child)
  return child
}

describe('a data folder', () => {
  it.each([
    ['its own path', () => folder],
    ['a path with detours', () => join(folder, '..', '.', 'data', '')],
    ['a relative path', () => relative('.', folder)],
    ['a symbolic link', () => join(home, 'link')],
    ['a link on the way', () => join(home, 'around', 'data')],
  ])('is held, whoever comes by %s', async (_, path) => {
    const lock = await lockFolder(folder)
    await symlink(folder, join(home, 'link'))
    await symlink(home, join(home, 'around'))
    await expect(lockFolder(path())).rejects.toBeInstanceOf(DatabaseInUseError)
    await lock.release()
    await (await lockFolder(path())).release()
  })

  it('that was copied is another one', async () => {
    const lock = await lockFolder(folder)
    await cp(folder, join(home, 'copy'), { recursive: true })
    const other = lockFolder(join(home, 'copy'))
    await expect(other).resolves.toBeDefined()
    await (await other).release()
    await lock.release()
  })

  it('that is none is named in a sentence', async () => {
    await writeFile(folder, 'a file')
    await expect(lockFolder(folder)).rejects.toThrow(/can’t write to the data folder .*Check its owner/)
  })

  it.runIf(process.platform === 'linux')('stays held when somebody removes the lock file', async () => {
    const lock = await lockFolder(folder)
    await rm(join(folder, 'lock'))
    await expect(lockFolder(folder)).rejects.toBeInstanceOf(DatabaseInUseError)
    await lock.release()
  })
})

/** The part that holds on every system, and across containers, which share no names. */
describe('the lock file', () => {
  it('alone keeps another process out, and is free when that was killed', async () => {
    const file = join(home, 'lock')
    const other = await holder('src/db/connection/lock-file.ts', `holdFile(${JSON.stringify(file)})`)
    expect(await holdFile(file)).toBeNull()
    other.kill('SIGKILL')
    await once(other, 'exit')
    const letGo = await holdFile(file)
    expect(letGo).not.toBeNull()
    expect(await readFile(file, 'utf8')).toBe('')
    await letGo?.()
  })
})
