import { once } from 'node:events'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { hasEnded, killed, startBot, type Bot } from '../support/bot-process.ts'
import { readTruth, type Truth } from './truth.ts'

interface Setting {
  slack: Sandbox
  environment: Record<string, string>
  hooks: string[]
}

/** Longer than a late post takes to land. */
const quietMs = 1500
const mostTurns = 30

/**
 * Lets a bot work until nothing waits in its outbox, ends it, and reads the database.
 * @throws Error naming what still waits when it does not come to an end
 */
export async function settleDown(bot: Bot, setting: Setting): Promise<Truth> {
  let living = bot
  for (let turn = 0; turn < mostTurns; turn++) {
    await quiet(setting.slack)
    await ended(living)
    const truth = await readTruth(setting.environment)
    if (truth.notices.every(({ state }) => state === 'sent' || state === 'failed')) return truth
    living = await startBot(setting.slack, setting.environment, setting.hooks)
  }
  const { notices } = await readTruth(setting.environment)
  const waiting = notices.filter(({ state }) => state === 'pending' || state === 'sending')
  await killed(living.process)
  throw new Error(`still waiting: ${JSON.stringify(waiting.slice(0, 5))}; the bot says: ${living.log()}`)
}

/** Until the bot has asked nothing for a while; at most for some seconds, as it may have a long pause ahead. */
async function quiet({ log }: Sandbox): Promise<void> {
  let heard = -1
  for (let looks = 0; looks < 8 && heard !== (log.at(-1)?.id ?? 0); looks++) {
    heard = log.at(-1)?.id ?? 0
    await new Promise((done) => setTimeout(done, quietMs))
  }
}

/** A clean stop: what is being sent is finished. */
async function ended({ process: bot }: Bot): Promise<void> {
  if (hasEnded(bot)) return
  bot.kill('SIGTERM')
  await once(bot, 'exit')
}
