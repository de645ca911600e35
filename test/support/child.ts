import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { constants } from 'node:os'
import type { Readable } from 'node:stream'

/**
 * Each child that a test starts goes through here (child.test.ts). One that can't be started has ended, with a
 * negative exit code, and stderr says why; without a listener its error would end the whole run, whoever waits for what.
 */
export function guarded<C extends ChildProcess>(child: C): C {
  child.on('error', (error) => process.stderr.write(`${error.message}\n`))
  return child
}

/** Also of one that could not be started. */
export const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null

/** Done when it is gone, also when it never came to be. */
export async function gone(child: ChildProcess): Promise<void> {
  if (!hasEnded(child)) await once(child, 'exit').catch(() => 'guarded() has said why')
}

/**
 * The first thing that it says.
 * @throws Error when it ends without a word
 */
export async function firstWords(child: ChildProcess & { stdout: Readable }): Promise<string> {
  const silent = once(child, 'close').then(() => {
    throw new Error(`${child.spawnfile} ended with ${child.exitCode ?? child.signalCode}, and said nothing`)
  })
  const [words]: unknown[] = await Promise.race([once(child.stdout, 'data'), silent])
  return String(words)
}

const living = new Map<ChildProcess, NodeJS.Signals>()

/** It does not outlive the process that started it, even when that fails or is told to end. */
export function endsWithUs(child: ChildProcess, signal: NodeJS.Signals = 'SIGKILL'): void {
  living.set(child, signal)
  child.once('exit', () => living.delete(child))
}

process.on('exit', () => {
  for (const [child, signal] of living) child.kill(signal)
})

// A process without a listener of its own would end at once, and its children live on.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    if (process.listenerCount(signal) === 1) process.exit(128 + constants.signals[signal])
  })
