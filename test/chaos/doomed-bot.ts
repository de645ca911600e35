import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { spawnBot } from '../support/bot-process.ts'

interface Doom {
  slack: Sandbox
  environment: Record<string, string>
  hooks: string[]
  /** It takes leads now; a bot that strikes while it starts never does. */
  onRunning: (intakeUrl: string) => void
}

/**
 * Lets a bot live until it kills itself, and gives back when that was, by its own word.
 * @throws Error with its log when it ended in another way
 */
export async function liveAndDie({ slack, environment, hooks, onRunning }: Doom): Promise<number> {
  const bot = spawnBot(slack, environment, hooks)
  let log = ''
  const hear = (chunk: Buffer): void => {
    log += chunk.toString()
    const address = /"intake":"([^"]+)"/.exec(log)?.[1]
    if (address !== undefined) onRunning(address)
  }
  for (const stream of [bot.stdout, bot.stderr]) stream?.on('data', hear)
  const { promise, resolve } = Promise.withResolvers<void>()
  bot.once('close', () => resolve())
  const timer = setTimeout(() => bot.kill('SIGTERM'), patienceMs)
  await promise
  clearTimeout(timer)
  const struckAt = /^struck (\d+)$/m.exec(log)?.[1]
  if (bot.signalCode === 'SIGKILL' && struckAt !== undefined) return Number(struckAt)
  throw new Error(`the bot did not strike: ${log}`)
}

const patienceMs = 240_000
