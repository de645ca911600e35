import { chmod, chown, mkdir, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { keptFolder } from './kept-folder.ts'
import { ownFolder } from './own-folder.ts'

const isRoot = process.getuid?.() === 0

describe.skipIf(process.platform === 'win32')('a folder that is kept', () => {
  const name = `kept-${process.pid}`
  const path = join(tmpdir(), `baton-${name}-${process.getuid?.()}`)

  it('is the same each time', () => {
    onTestFinished(() => rm(path, { recursive: true, force: true }))
    expect(keptFolder(name)).toBe(path)
    expect(keptFolder(name)).toBe(path)
  })

  it.each([
    {
      what: 'everybody may write to',
      plant: async () => mkdir(path).then(() => chmod(path, 0o777)),
      is: true,
    },
    { what: 'leads elsewhere', plant: async () => symlink(await ownFolder('elsewhere'), path), is: true },
    {
      what: 'belongs to somebody else',
      plant: async () => mkdir(path, 0o700).then(() => chown(path, 1, 1)),
      is: isRoot,
    },
  ])('is another one where what stands there $what', async ({ plant, is }) => {
    if (!is) return
    onTestFinished(() => rm(path, { recursive: true, force: true }))
    await plant()
    const fresh = keptFolder(name)
    onTestFinished(() => rm(fresh, { recursive: true, force: true }))
    expect(fresh.startsWith(`${path}-`)).toBe(true)
  })
})
