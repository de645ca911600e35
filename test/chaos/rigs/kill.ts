import { faultKinds, type FaultKind } from '../../../src/sandbox/faults.ts'
import { startSandbox, type Sandbox } from '../../../src/sandbox/sandbox.ts'
import { chance } from '../../support/chance.ts'
import type { Figure } from '../../support/figure.ts'
import { acceptNowAndThen } from '../accept-now-and-then.ts'
import { cardsIn, judgeCards, judgeReplies, namesOf, staleCards } from '../channel.ts'
import { deliverLeads } from '../deliver-leads.ts'
import { faultMix, faultyShare } from '../fault-mix.ts'
import { keepKilling } from '../keep-killing.ts'
import { caught, type Engine, type Rig, type RigOptions } from '../rig.ts'
import { settleDown } from '../settle-down.ts'
import type { Truth } from '../truth.ts'
import { blameless, verdictFigures } from '../verdict-figures.ts'

interface Arm {
  engine: Engine
  leads: number
  /** The last leads are held back until so many bots were killed. */
  kills: number
  seed: number
  hooks?: string[]
  settings?: Record<string, string>
  kinds?: readonly FaultKind[]
}

interface Outcome {
  slack: Sandbox
  truth: Truth
  acknowledged: Set<string>
  kills: number
  faulty: number
}

const settleSeconds = 0.9
const latencyMs = 40
const lanes = 6
/** One lead in this many is accepted, another one changed. */
const oneIn = 6
/** Faults strike this share of the calls. */
const share = 0.13

/** The bot dies every second while leads come in and Slack answers badly. */
export const kill: Rig = {
  says: '600 leads come in while the bot is killed every 0.3 to 1.8 s and Slack fails; 200 on PGlite',
  rounds: { full: 99, short: 9 },
  run: async (options) => {
    const { rounds, isShort, seed } = options
    const leads = Math.ceil((rounds * 600) / 99)
    const onPglite: Arm = {
      engine: 'PGlite',
      leads: Math.ceil(leads / 3),
      kills: Math.ceil(rounds / 3.2),
      seed,
    }
    const unsafe: Arm = { engine: 'PostgreSQL', leads: isShort ? 40 : 100, kills: 6, seed: seed + 1 }
    // Two bots at a time: where more start at once, none lives long enough to do anything.
    const figures = await Promise.all([
      onEngine({ engine: 'PostgreSQL', leads, kills: rounds, seed }, options),
      isShort ? naive(unsafe, options) : inTurn(onPglite, unsafe, options),
    ])
    return figures.flat()
  },
}

async function inTurn(onPglite: Arm, unsafe: Arm, options: RigOptions): Promise<Figure[]> {
  const figures = [...(await onEngine(onPglite, options)), ...(await naive(unsafe, options))]
  return [...figures, ...(await hasty(unsafe.seed + 1, options))]
}

async function onEngine(arm: Arm, options: RigOptions): Promise<Figure[]> {
  const { slack, truth, acknowledged, kills, faulty } = await work(arm, options)
  await slack.stop()
  const { engine } = arm
  const failed = truth.notices.filter(({ state }) => state === 'failed').map((row) => JSON.stringify(row))
  return [
    { name: `${engine}: leads`, value: acknowledged.size, atLeast: arm.leads },
    { name: `${engine}: kills`, value: kills, atLeast: arm.kills },
    { name: `${engine}: faulty calls, in per cent`, value: faulty, atLeast: 10, atMost: 16 },
    ...verdictFigures(engine, judgeCards(slack, truth, acknowledged), options.report),
    ...verdictFigures(`${engine}, replies`, judgeReplies(slack, truth), options.report),
    blameless(`${engine}: cards that show an old state`, staleCards(slack, truth), options.report),
    blameless(`${engine}: given up`, failed, options.report),
  ]
}

/** Sends again whatever was in doubt, without looking for it. */
async function naive(arm: Arm, options: RigOptions): Promise<Figure[]> {
  const outcome = await work({ ...arm, hooks: ['./test/chaos/hooks/no-look-up.ts'] }, options)
  return [await controlOf('a courier that does not look', outcome)]
}

/** Looks, but at once: a post that lands late is not there yet. */
async function hasty(seed: number, options: RigOptions): Promise<Figure[]> {
  const arm: Arm = { engine: 'PostgreSQL', leads: 120, kills: 12, seed, kinds: ['slow', 'hang-after'] }
  const outcome = await work({ ...arm, settings: { DELIVERY_SETTLE_SECONDS: '0' } }, options)
  return [await controlOf('no settle time', outcome)]
}

async function controlOf(name: string, { slack, truth, acknowledged }: Outcome): Promise<Figure> {
  await slack.stop()
  return caught(`${name}: doubled`, judgeCards(slack, truth, acknowledged).doubled.length)
}

async function work(arm: Arm, options: RigOptions): Promise<Outcome> {
  const { leads, kills, seed, hooks = [], kinds = faultKinds } = arm
  const slack = await startSandbox({ postsPerSecond: 1000, latencyMs })
  const mix = { share, kinds, retryAfter: 1, slowest: settleSeconds * 0.9 }
  slack.faults.choose(faultMix(chance(seed + 17), mix))
  const environment = {
    ...(await options.database(arm.engine)),
    ...{ DELIVERY_SETTLE_SECONDS: String(settleSeconds), SLACK_POSTS_PER_SECOND: '50', LOG_LEVEL: 'info' },
    ...arm.settings,
  }
  const acknowledged = new Set<string>()
  const clicker = acceptNowAndThen(slack, (name) => numberIn(name) % oneIn === 1)
  const isOver = () =>
    acknowledged.size === leads && shown(slack) >= leads && clicker.isContent() && reaper.kills() >= kills
  const reaper = keepKilling({ slack, environment, hooks, random: chance(seed), due: kills, isOver })
  // Most come early, so that something waits at all times, and the last ones when enough bots have died.
  const dueAfter = (number: number) => (number < leads - lanes ? (number / leads) * 0.6 * kills : kills)
  const sending = deliverLeads({
    ...{ count: leads, lanes, acknowledged, url: reaper.url },
    isDue: (number) => reaper.kills() >= dueAfter(number),
    isChanged: (number) => number % oneIn === 3,
  })
  const tell = () =>
    options.report(
      `${hooks.length > 0 ? 'control, ' : ''}${arm.engine}: ${reaper.kills()} kills, ${shown(slack)} of ${leads} shown`,
    )
  const telling = setInterval(tell, 15_000)
  const [bot] = await Promise.all([reaper.done, sending])
  clearInterval(telling)
  clicker.stop()
  const deaths = reaper.kills()
  const truth = await settleDown(bot, { slack, environment, hooks })
  return { slack, truth, acknowledged, kills: deaths, faulty: faultyShare([slack.log]) }
}

const shown = (slack: Sandbox): number => new Set(namesOf(cardsIn(slack))).size
const numberIn = (name: string): number => Number(/\d+/.exec(name)?.[0])
