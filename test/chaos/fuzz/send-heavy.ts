import { setTimeout as sleep } from 'node:timers/promises'
import type { Bot } from '../../support/bot-process.ts'
import { heavyRequests } from '../../support/heavy-requests.ts'
import { validHeaders } from './mutate-headers.ts'
import type { Dice } from './dice.ts'

/** For how long the bot's loop could do nothing else, at most. */
export interface Held {
  /** In milliseconds of this machine. */
  ms: number
  /** The same, by what the machine needs for 1 MB of JSON. */
  times: number
  by: string
}

export const everyHeavyRequest = Object.keys(heavyRequests)
const bodyOf = (name: string): string => heavyRequests[name]?.() ?? ''

/** Sends these to a bot that watches its loop (hooks/watch-loop.ts), each twice: the first time the engine compiles. */
export async function sendHeavy(bot: Bot, dice: Dice, names: string[]): Promise<Held[]> {
  const all: Held[] = []
  for (const by of names) {
    const body = bodyOf(by)
    await post(bot, body, dice)
    await held(bot)
    await post(bot, body, dice)
    all.push({ ...(await held(bot)), by })
  }
  const valid = ['faces', 'numbers', 'web addresses', 'long attributes']
  await Promise.all(valid.map((name) => post(bot, bodyOf(name), dice)))
  return [...all, { ...(await held(bot)), by: 'four of them at once' }]
}

async function post({ intakeUrl }: Bot, body: string, dice: Dice): Promise<void> {
  const response = await fetch(`${intakeUrl}/v1/leads`, { method: 'POST', headers: validHeaders(dice), body })
  await response.text()
  if (response.status >= 500) throw new Error(`a heavy request was answered with ${response.status}`)
}

async function held({ process: bot, log }: Bot): Promise<Pick<Held, 'ms' | 'times'>> {
  const before = log().length
  bot.kill('SIGWINCH')
  for (let looks = 0; looks < 600; looks++) {
    const [, ms, usual] = /^\{"heldMs":([\d.]+),"usualMs":([\d.]+)\}$/m.exec(log().slice(before)) ?? []
    if (ms !== undefined) return { ms: Number(ms), times: Number(ms) / Number(usual) }
    await sleep(50)
  }
  throw new Error('the bot did not say for how long its loop was held')
}

export const longestOf = (all: Held[]): Held =>
  all.reduce((longest, one) => (one.times > longest.times ? one : longest), {
    ms: 0,
    times: 0,
    by: 'nothing',
  })
