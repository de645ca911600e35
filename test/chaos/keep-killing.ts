import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { killed, spawnBot, startBot, type Bot } from '../support/bot-process.ts'

interface Reaping {
  slack: Sandbox
  environment: Record<string, string>
  hooks: string[]
  random: () => number
  /** So many are due; bots after that live longer and longer, so that it comes to an end on a slow machine, too. */
  due: number
  /** Asked before each kill: a bot that has done everything is left alive. */
  isOver: () => boolean
}

export interface Reaper {
  kills(): number
  /** Where the living bot takes leads. */
  url(): string | null
  /** The bot that was left alive. */
  done: Promise<Bot>
}

/** One bot in this many is killed while it starts. */
const oneIn = 4

/** Starts the bot and kills it with -9 after 0.3 to 1.8 s, again and again, until all is done. */
export function keepKilling(reaping: Reaping): Reaper {
  let kills = 0
  let url: string | null = null
  const run = async (): Promise<Bot> => {
    for (;;) {
      const { slack, environment, hooks, random, due, isOver } = reaping
      const isEarly = random() * oneIn < 1
      const lifeMs = (300 + 1500 * random()) * 1.6 ** Math.max(0, kills - due)
      if (isEarly && kills > 0 && kills < due) {
        const young = spawnBot(slack, environment, hooks)
        await sleep(lifeMs)
        await killed(young)
      } else {
        const bot = await startBot(slack, environment, hooks)
        url = bot.intakeUrl
        if (await isOverWithin(lifeMs, isOver)) return bot
        url = null
        await killed(bot.process)
      }
      kills += 1
    }
  }
  return { kills: () => kills, url: () => url, done: run() }
}

/** Looks now and then whether all is done, so that a long life ends with the work. */
async function isOverWithin(ms: number, isOver: () => boolean): Promise<boolean> {
  const end = performance.now() + ms
  for (let left = ms; left > 0; left = end - performance.now()) {
    await sleep(Math.min(left, 300))
    if (isOver()) return true
  }
  return false
}

const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms))
