import { setTimeout as sleep } from 'node:timers/promises'
import { startSandbox } from '../../../src/sandbox/sandbox.ts'
import { killed, startBot, type Bot } from '../../support/bot-process.ts'
import { chance } from '../../support/chance.ts'
import { sendLeads } from '../../support/send-leads.ts'
import { faultMix } from '../fault-mix.ts'
import type { RigOptions } from '../rig.ts'
import { drained } from '../stored.ts'
import { commandsOf, oneOf } from './commands.ts'
import { openPlaybooks, type WritePlaybook } from './playbooks.ts'
import { findings, undecided, type Findings } from './limbo.ts'
import { openTerminal, type Terminal } from './terminal.ts'
import {
  decide,
  deleteOpenCards,
  deleteSome,
  emailOf,
  feed,
  makeWell,
  shakeChannel,
  type Workday,
} from './workday.ts'

const kinds = ['rate-limit', 'reset-before', 'reset-after', 'server-error', 'internal-error', 'slow'] as const
const settleSeconds = 0.9
/** Slack says how long to wait, and so may several calls in a row. */
const patienceSeconds = 120
/** Of the calls to Slack, one in so many fails. */
const share = 1 / 12

interface Arm {
  acts: number
  seed: number
  hooks: string[]
}

export interface Outcome extends Findings {
  leads: number
  commands: Set<string>
  deletions: number
  cardsAnew: number
  failures: string[]
  acts: number
}

/** One shift with a bot, a Slack and a database of its own, and what came of it. */
export async function workShift(
  { acts, seed, hooks }: Arm,
  { database: open }: RigOptions,
): Promise<Outcome> {
  await using parts = new AsyncDisposableStack()
  const database = await open('PostgreSQL')
  const slack = await startSandbox({ postsPerSecond: 1000 })
  parts.defer(slack.stop)
  const environment = {
    ...database,
    ...{ DELIVERY_SETTLE_SECONDS: String(settleSeconds), SLACK_POSTS_PER_SECOND: '50' },
  }
  const bot = await startBot(slack, environment, hooks)
  parts.defer(() => killed(bot.process))
  const terminal = openTerminal(database, hooks)
  parts.defer(terminal.close)
  const playbooks = await openPlaybooks(parts)
  const [dice, acknowledged] = [chance(seed), new Set<string>()]
  slack.faults.choose(faultMix(chance(seed + 1), { share, kinds: [...kinds], retryAfter: 1, slowest: 0.7 }))
  let isOver = false
  const day: Workday = {
    slack,
    intakeUrl: bot.intakeUrl,
    dice,
    isOver: () => isOver,
    acknowledged,
    deleted: new Set(),
  }
  const others = Promise.all([feed(day), decide(day)])
  const done = await operate({ acts, day, terminal, playbooks }).finally(() => (isOver = true))
  await others
  await endWell(day, { terminal, database })
  await drained(database, patienceSeconds)
  return {
    ...done,
    leads: acknowledged.size,
    deletions: day.deleted.size,
    cardsAnew: anewIn(bot),
    ...(await findings(database, { slack, acknowledged })),
  }
}

const anewIn = (bot: Bot): number => bot.log().split('it is posted anew').length - 1

interface Shift {
  acts: number
  day: Workday
  terminal: Terminal
  playbooks: WritePlaybook
}

async function operate({ acts, day, terminal, playbooks }: Shift) {
  const { dice, slack } = day
  const commands = commandsOf(playbooks, dice)
  const done = { acts: 0, commands: new Set<string>(), failures: new Array<string>() }
  for (; done.acts < acts; done.acts++) {
    const chosen = dice()
    if (chosen < 0.3) deleteSome(day)
    else if (chosen < 0.45) shakeChannel(day)
    else {
      const [kind, args] = oneOf(
        Object.entries(commands) as [[string, () => string[] | Promise<string[]>]],
        dice,
      )
      const { failure } = await terminal.type(await args())
      done.commands.add(kind)
      if (failure !== null) done.failures.push(`${kind}: ${failure}`)
    }
    slack.changed()
    await sleep(dice() * 120)
  }
  return done
}

/** Slack is well, what was refused is sent again, more cards are deleted, and each undecided lead comes once more. */
async function endWell(
  day: Workday,
  { terminal, database }: { terminal: Terminal; database: Record<string, string> },
): Promise<void> {
  makeWell(day)
  await drained(database, patienceSeconds)
  deleteOpenCards(day)
  await terminal.type(['outbox', 'send-again', '--yes'])
  for (const name of await undecided(database))
    await sendLeads(day.intakeUrl, {
      name,
      email: emailOf(name),
      external_id: `last ${name}`,
      qualified: true,
    })
}
