import { once } from 'node:events'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { killed, startBot, type Bot } from '../support/bot-process.ts'
import { hasEnded } from '../support/child.ts'
import { readTruth, type NoticeRow, type Truth } from './truth.ts'

interface Setting {
  slack: Sandbox
  environment: Record<string, string>
  hooks: string[]
}

/** Longer than a late post takes to land. */
const quietMs = 1500
const patienceMs = 300_000

/**
 * Lets a bot work until nothing waits in its outbox, ends it, and reads the database.
 * @throws Error naming what still waits when it does not come to an end
 */
export async function settleDown(bot: Bot, setting: Setting): Promise<Truth> {
  const { slack, environment, hooks } = setting
  const end = performance.now() + patienceMs
  for (let living = bot; ; living = await startBot(slack, environment, hooks)) {
    if (environment['DATABASE_URL'] !== undefined) await nothingWaits(environment, end)
    await quiet(slack)
    await ended(living)
    const truth = await readTruth(environment)
    const waiting = truth.notices.filter(isWaiting)
    if (waiting.length === 0) return truth
    if (performance.now() > end)
      throw new Error(`still waiting: ${JSON.stringify(waiting.slice(0, 5))}; the bot says: ${living.log()}`)
  }
}

const isWaiting = ({ state }: NoticeRow): boolean => state === 'pending' || state === 'sending'

/** A PostgreSQL can be looked at while the bot works; of a PGlite only the bot knows. */
async function nothingWaits(environment: Record<string, string>, end: number): Promise<void> {
  while (performance.now() < end && (await readTruth(environment)).notices.some(isWaiting)) await pause(500)
}

/** Until the bot has asked nothing for a while; at most for some seconds, as it may have a long pause ahead. */
async function quiet({ log }: Sandbox): Promise<void> {
  let heard = -1
  for (let looks = 0; looks < 8 && heard !== (log.at(-1)?.id ?? 0); looks++) {
    heard = log.at(-1)?.id ?? 0
    await pause(quietMs)
  }
}

/** A clean stop, in which what is being sent is finished; with -9 when that takes too long. */
async function ended({ process: bot }: Bot): Promise<void> {
  if (hasEnded(bot)) return
  const gone = once(bot, 'exit')
  bot.kill('SIGTERM')
  const timer = setTimeout(() => void killed(bot), 30_000)
  await gone
  clearTimeout(timer)
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))
