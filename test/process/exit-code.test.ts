import { execFile } from 'node:child_process'
import { expect, it } from 'vitest'

it('a process that has started a server for the tests keeps the exit code of what failed in it', async () => {
  const code = `await import('./test/support/postgres-server.ts'); process.exitCode = 1`
  const { promise, resolve } = Promise.withResolvers<unknown>()
  execFile(process.execPath, ['--input-type=module', '-e', code], (error) => resolve(error?.code ?? 0))
  expect(await promise).toBe(1)
})
