import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { guarded } from '../../support/child.ts'
import type { Typed } from './typed.ts'

/** A terminal of somebody of operations, in which `npm run baton -- …` is typed. */
export interface Terminal {
  /** What went wrong, `null` when nothing did. */
  type(args: string[]): Promise<Typed>
  close(): Promise<void>
}

const program = fileURLToPath(new URL('./typed.ts', import.meta.url))

/** The commands' own code, in a process of its own that stays: starting one for each would be most of the time. */
export function openTerminal(database: Record<string, string>, hooks: string[]): Terminal {
  const child = guarded(
    fork(program, {
      env: { PATH: process.env['PATH'], ...database },
      execArgv: hooks.flatMap((hook) => ['--import', hook]),
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    }),
  )
  const gone = once(child, 'exit')
  const end = () => child.kill('SIGKILL')
  process.once('exit', end)
  return {
    type: async (args) => {
      const answer = once(child, 'message')
      child.send(args)
      const [typed] = (await Promise.race([answer, gone.then(ended)])) as [Typed]
      return typed
    },
    close: async () => {
      process.off('exit', end)
      child.disconnect()
      await gone
    },
  }
}

function ended(): never {
  throw new Error('the terminal ended')
}
