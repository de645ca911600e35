import { once } from 'node:events'
import type { ChildProcess } from 'node:child_process'
import { watchBareAnswers } from '../../support/bare-answers.ts'

/** A process that should refuse to start on a folder that is taken. */
export interface Attempt {
  code: number | null
  said: string
  /** From its first touch of the data folder until it was gone, without what a bare server's answer lost meanwhile. */
  openingMs: number
  /** From its start until it was gone. */
  wholeMs: number
}

export const sentence =
  /^.*Another Baton is already running on the data folder \/\S+\. Stop it first, choose another DATA_DIR, or set/m

/** Waits for its end; a process that lives on after two minutes is killed, and has no code. */
export async function attempt(start: () => ChildProcess): Promise<Attempt> {
  await using bare = await watchBareAnswers()
  const startedAt = performance.now()
  const child = start()
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const impatience = setTimeout(() => child.kill('SIGKILL'), 120_000)
  await once(child, 'close')
  clearTimeout(impatience)
  const endedAt = performance.now()
  const openedAt = Number(/^opening at ([\d.]+)$/m.exec(said)?.[1] ?? NaN) - performance.timeOrigin
  const openingMs = Math.max(0, endedAt - openedAt - bare.lostMs(openedAt, endedAt))
  return { code: child.exitCode, said, openingMs, wholeMs: endedAt - startedAt }
}

export const isRefused = ({ code, said }: Attempt): boolean => code === 1 && sentence.test(said)
