import { execFile, spawn } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { firstWords, gone, guarded, hasEnded } from './child.ts'

/** `spawn` and `fork` stand within `guarded(…)`; the other ways to start a process tell whoever called them of an error. */
const startsUnguarded = (code: string): boolean => /(?<!guarded\(\s*)(?<![.\w`])(?:spawn|fork)\(/.test(code)

describe('a process that is started', () => {
  const files = globSync('{src,test,scripts}/**/*.{ts,mjs}', { exclude: ['test/support/child.test.ts'] })

  it('has a listener for its error everywhere, which would end the run', () => {
    expect(files.length).toBeGreaterThan(500)
    expect(files.filter((file) => startsUnguarded(readFileSync(file, 'utf8')))).toEqual([])
  })

  it.each([
    ["const child = spawn('sh', [])", true],
    ['return fork(path, [])', true],
    ['guarded(\n    spawn(command, [])\n)', false],
    ['const bot = spawnBot(slack)', false],
  ])('is looked for: %s', (code, isUnguarded) => {
    expect(startsUnguarded(code)).toBe(isUnguarded)
  })

  it.each([
    { what: 'is not there', command: '/nowhere/program', options: {} },
    { what: 'may not be run', command: import.meta.dirname, options: {} },
    { what: 'has no folder to run in', command: process.execPath, options: { cwd: '/nowhere' } },
  ])('has ended when its program $what', async ({ command, options }) => {
    const child = guarded(spawn(command, [], options))
    await expect(firstWords(child)).rejects.toThrow(/ENOENT|EACCES/)
    await gone(child)
    expect(hasEnded(child)).toBe(true)
  })

  it('ends nobody else, when its program is not there and nobody waits for it', async () => {
    const module = JSON.stringify(join(import.meta.dirname, 'child.ts'))
    const code = `const { guarded } = await import(${module}); const { spawn } = await import('node:child_process'); guarded(spawn('/nowhere/program'))`
    const { stderr } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', code])
    expect(stderr).toBe('spawn /nowhere/program ENOENT\n')
  })

  it('is not waited for when it ends without a word', async () => {
    const child = guarded(spawn(process.execPath, ['-e', 'process.exit(3)']))
    await expect(firstWords(child)).rejects.toThrow('ended with 3, and said nothing')
  })
})
