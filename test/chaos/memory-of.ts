import { execFileSync } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Bot } from '../support/bot-process.ts'

/** In MB. */
export interface Memory {
  /** What is in use after a collection: a leak, if there is one. */
  kept: number
  /** With the room that V8 took before it collected and does not give back. */
  resident: number
}

const megabyte = 1024 * 1024

/**
 * The memory of a bot that collects its garbage at SIGUSR2 and says what it keeps (hooks/collect-garbage.ts): the least
 * of several looks, each after a collection.
 * @throws Error when the bot says nothing of it
 */
export async function memoryOf({ process: bot, log }: Bot): Promise<Memory> {
  const before = log().length
  const resident: number[] = []
  for (let look = 0; look < 5; look++) {
    bot.kill('SIGUSR2')
    await sleep(600)
    resident.push(
      Number(execFileSync('ps', ['-o', 'rss=', '-p', String(bot.pid)], { encoding: 'utf8' })) / 1024,
    )
  }
  const kept = [
    ...log()
      .slice(before)
      .matchAll(/^\{"keptBytes":(\d+)\}$/gm),
  ].map(([, bytes]) => Number(bytes))
  if (kept.length === 0) throw new Error('the bot did not say what it keeps')
  return { kept: Math.min(...kept) / megabyte, resident: Math.min(...resident) }
}
