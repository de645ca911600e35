import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { firstWords, guarded } from '../support/child.ts'

/** A process in a shell, as npm starts one: it says its id, waits, and would live on without that shell. */
async function inAShell(lifecycle: string) {
  const module = JSON.stringify(resolve('src/process/stop-with-npm.ts'))
  const code = `const { stopWithNpm } = await import(${module}); stopWithNpm(process.env); setInterval(() => {}, 1000); console.log(process.pid)`
  // The second command keeps every shell from becoming the first one.
  const line = `'${process.execPath}' --input-type=module -e '${code}'; true`
  const env = { ...process.env, npm_lifecycle_event: lifecycle }
  const shell = guarded(spawn('sh', ['-c', line], { env }))
  return { shell, pid: Number(await firstWords(shell)) }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

describe.skipIf(process.platform === 'win32')('Baton in the shell of npm start', () => {
  it('is asked to stop when SIGTERM ended the shell', async () => {
    const { shell, pid } = await inAShell('start')
    shell.kill('SIGTERM')
    await once(shell, 'exit')
    await expect.poll(() => isAlive(pid)).toBe(false)
  })

  it('goes on where somebody else started it, who may leave', async () => {
    const { shell, pid } = await inAShell('demo')
    shell.kill('SIGTERM')
    await once(shell, 'exit')
    await new Promise((done) => setTimeout(done, 1_500))
    expect(isAlive(pid)).toBe(true)
    process.kill(pid, 'SIGKILL')
  })
})
