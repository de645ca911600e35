import { execFile } from 'node:child_process'

/** What `npm run baton -- …` says, and how it ends. */
export function baton(
  environment: Record<string, string>,
  ...args: string[]
): Promise<{ code: unknown; said: string }> {
  const { promise, resolve } = Promise.withResolvers<{ code: unknown; said: string }>()
  const env = { PATH: process.env['PATH'], ...environment }
  execFile(process.execPath, ['src/cli/main.ts', ...args], { env }, (error, out, err) =>
    resolve({ code: error?.code ?? 0, said: out + err }),
  )
  return promise
}
