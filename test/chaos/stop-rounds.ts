import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts'
import { watchBareAnswers, type BareAnswers } from '../support/bare-answers.ts'
import { killed, startBot, type Bot } from '../support/bot-process.ts'
import { hasEnded } from '../support/child.ts'
import { chance } from '../support/chance.ts'
import { leads } from '../support/people.ts'
import { sendLeads } from '../support/send-leads.ts'
import { complaints } from './complaints.ts'
import { addCrowd } from './crowd.ts'
import { day } from './day.ts'
import { newDeed, tryOnce, type Deed } from './deed.ts'
import { judgeDeeds, leadOf } from './judge-deeds.ts'
import { openCards } from './sell.ts'
import { settleDown } from './settle-down.ts'
import { storedEvents } from './stored.ts'

interface Plan {
  database: Record<string, string>
  transport: 'socket' | 'http'
  rounds: number
  seed: number
  hooks: string[]
}

export interface StopOutcome {
  /** Acknowledged, by the intake or to a person, and then not there. */
  missing: string[]
  /** Sent or done twice. */
  doubled: string[]
  /** Ends with another code than 0, or none. */
  unclean: string[]
  /** Without what a bare server's answer lost meanwhile. */
  slowestMs: number
  log: string[]
}

/** Two thirds of it are the time that a call may take: a slow one is slow, and not in doubt. */
const settleSeconds = 5
const slowSeconds = 1.5

/** Stops a bot by SIGTERM under load, several times on the same database, and starts it again. */
export async function stopRounds({ database, transport, rounds, seed, hooks }: Plan): Promise<StopOutcome> {
  const slack = await startSandbox({ postsPerSecond: 1000 })
  const door = { SLACK_SIGNING_SECRET: slack.signingSecret, SLACK_PORT: '0' }
  const pace = { SLACK_POSTS_PER_SECOND: '1000', DELIVERY_SETTLE_SECONDS: String(settleSeconds) }
  const settings = { ...database, ...pace, ...(transport === 'http' && door) }
  const [dice, crowd] = [chance(seed), addCrowd(slack, 6)]
  const [acknowledged, deeds]: [Set<string>, Deed[]] = [new Set(), []]
  const outcome: StopOutcome = { missing: [], doubled: [], unclean: [], slowestMs: 0, log: [] }
  let bot = await startBot(slack, settings, hooks)
  const intakeUrl = () => bot.intakeUrl
  const every = { slack, crowd, intakeUrl, acknowledged, nextCard: openCards(slack), patience: 3, seconds: 3 }
  await using bare = await watchBareAnswers()
  try {
    for (let round = 0; round < rounds; round++) {
      const done = await day({ ...every, seed: seed + round }, async () => {
        await sleep(600 + dice() * 900)
        deeds.push(await clickLate(slack, bot))
        slowDown(slack, dice)
        // Long enough for a slow call to have begun: it is under way when the stop comes.
        await sleep(100 + dice() * 200)
        await stopAndLook(bot, outcome, { dice, bare })
      })
      deeds.push(...done)
      slack.faults.clear()
      bot = await startBot(slack, settings, hooks)
    }
    await settleDown(bot, { slack, environment: settings, hooks })
    return await judge(outcome, { slack, deeds, acknowledged, database })
  } finally {
    await killed(bot.process)
    await slack.stop()
  }
}

/** Posts take their time while it stops, and some of the other calls. */
function slowDown({ faults }: Sandbox, dice: () => number): void {
  const others = ['chat.update', 'users.info'].filter(() => dice() < 0.5)
  for (const method of ['chat.postMessage', ...others])
    faults.add({ kind: 'slow', method, times: 2, seconds: slowSeconds })
}

let late = 0

/** A click that is acknowledged and still being worked on: who clicks is asked of Slack, and that takes a second. */
async function clickLate(slack: Sandbox, bot: Bot): Promise<Deed> {
  const name = `Late ${++late}.`
  await sendLeads(bot.intakeUrl, { name, external_id: name, qualified: true })
  const card = await slack.waitFor(() => slack.messages(leads).find((m) => leadOf(m) === name), name)
  const [newcomer = ''] = addCrowd(slack, 1, `U0LATE${late}N`)
  const deed = newDeed('accept', name, newcomer)
  slack.faults.add({ kind: 'slow', method: 'users.info', times: 1, seconds: 1 })
  await tryOnce(deed, () => slack.as(newcomer).click(structuredClone(card), 'lead.accept'))
  return deed
}

/** SIGTERM, and now and then once more: that must not break it. */
async function stopAndLook(
  bot: Bot,
  outcome: StopOutcome,
  { dice, bare }: { dice: () => number; bare: BareAnswers },
): Promise<void> {
  const began = performance.now()
  const exit = once(bot.process, 'exit')
  bot.process.kill('SIGTERM')
  if (dice() < 0.5) {
    await sleep(100)
    if (!hasEnded(bot.process)) bot.process.kill(dice() < 0.5 ? 'SIGTERM' : 'SIGINT')
  }
  const [code, signal] = (await exit) as [number | null, string | null]
  const gone = performance.now()
  const ms = gone - began - bare.lostMs(began, gone)
  outcome.slowestMs = Math.max(outcome.slowestMs, ms)
  if (code !== 0) outcome.unclean.push(`code ${code}, signal ${signal}, after ${Math.round(ms)} ms`)
  outcome.log.push(...complaints(bot.log(), 10))
}

interface Evidence {
  slack: Sandbox
  deeds: Deed[]
  acknowledged: Set<string>
  database: Record<string, string>
}

async function judge(outcome: StopOutcome, evidence: Evidence): Promise<StopOutcome> {
  const { slack, deeds, acknowledged, database } = evidence
  const messages = slack.messages(leads)
  const cards = messages.filter(({ thread_ts: above }) => above === undefined).map(leadOf)
  const events = await storedEvents(database)
  const received = new Set(events.map(({ name }) => name))
  const breaches = judgeDeeds(deeds.map(asDecision), { events, messages })
  const missing = [...acknowledged].filter((name) => !received.has(name) || !cards.includes(name))
  const doubled = cards.filter((name, index) => cards.indexOf(name) !== index)
  return {
    ...outcome,
    missing: [...missing, ...breaches.lost],
    doubled: [...doubled, ...breaches.doubled],
  }
}

/** What was decided counts here; the answer in words may be lost when the bot stops for good between the two. */
const asDecision = (deed: Deed): Deed => ({ ...deed, seen: true })
