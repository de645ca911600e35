import { startSandbox, type Sandbox } from '../../../src/sandbox/sandbox.ts'
import { startBot } from '../../support/bot-process.ts'
import { chance } from '../../support/chance.ts'
import type { Figure } from '../../support/figure.ts'
import { judgeCards, staleCards } from '../channel.ts'
import { deliverLeads } from '../deliver-leads.ts'
import { liveAndDie } from '../doomed-bot.ts'
import { together } from '../judge.ts'
import { caught, exactly, type Engine, type Rig, type RigOptions } from '../rig.ts'
import { settleDown } from '../settle-down.ts'
import { hasStruck, points, type Point, type Scene } from '../strikes.ts'
import { readTruth, type Truth } from '../truth.ts'
import { blameless, verdictFigures } from '../verdict-figures.ts'
import { whileMigrating } from '../while-migrating.ts'

interface Chain {
  engine: Engine
  point: Point
  /** So many bots strike, one after the other, on the same database. */
  rounds: number
  seed: number
  hooks?: string[]
}

interface Outcome {
  point: Point
  slack: Sandbox
  truth: Truth
  acknowledged: Set<string>
  struck: number
}

const settleSeconds = 2
/** A post lands half of this after it was written. */
const latencyMs = 200
const leadsEach = 4
/** As long as the bot has not struck, another lead comes so often. */
const oneMoreMs = 10_000
const naiveHook = './test/chaos/hooks/no-look-up.ts'

/** The bot dies where it hurts most: on a lead's way to Slack, and while it migrates. */
export const crashPoints: Rig = {
  says: 'the bot kills itself with -9 at each point where a lead could be lost or doubled',
  rounds: { full: 20, short: 2 },
  run: async (options) => {
    const { rounds, isShort } = options
    const onTheWay = (await Promise.all([onEngine('PostgreSQL', rounds, options), control(options)])).flat()
    // After them: eleven bots at once leave a slow machine's answers no time to come before they are given up.
    const onPglite = isShort ? [] : await onEngine('PGlite', Math.ceil(rounds / 7), options)
    return [...onTheWay, ...onPglite, ...(await whileMigrating(options))]
  },
}

async function onEngine(engine: Engine, rounds: number, options: RigOptions): Promise<Figure[]> {
  const { seed, report } = options
  const outcomes = await Promise.all(points.map((point) => work({ engine, point, rounds, seed }, options)))
  const verdicts = outcomes.map(({ slack, truth, acknowledged }) => judgeCards(slack, truth, acknowledged))
  const stale = outcomes.flatMap(({ slack, truth }) => staleCards(slack, truth))
  return [
    ...outcomes.map(({ point, struck }) => exactly(`${engine}: struck ${point}`, struck, rounds)),
    ...verdictFigures(engine, together(verdicts), report),
    blameless(`${engine}: cards that show an old state`, stale, report),
  ]
}

/** A sender that does not look doubles what Slack took before it died. */
async function control(options: RigOptions): Promise<Figure[]> {
  const point = 'after Slack took it'
  const chain: Chain = { engine: 'PostgreSQL', point, rounds: 2, seed: options.seed, hooks: [naiveHook] }
  const { slack, truth, acknowledged } = await work(chain, options)
  const { doubled } = judgeCards(slack, truth, acknowledged)
  return [caught(`a courier that does not look, ${point}: doubled`, doubled.length)]
}

async function work(chain: Chain, options: RigOptions): Promise<Outcome> {
  const slack = await startSandbox({ postsPerSecond: 1000, latencyMs })
  const settle = { DELIVERY_SETTLE_SECONDS: String(settleSeconds) }
  const setting: Setting = {
    slack,
    environment: { ...(await options.database(chain.engine)), ...settle },
    hooks: chain.hooks ?? [],
    acknowledged: new Set(),
    sent: 0,
    url: null,
  }
  const random = chance(chain.seed + points.indexOf(chain.point))
  const sending: Promise<void>[] = []
  const send = (count: number): void => {
    const { sent: from, acknowledged } = setting
    setting.sent += count
    sending.push(deliverLeads({ from, count, lanes: 2, url: () => setting.url, acknowledged }))
  }
  let struck = 0
  for (let round = 0; round < chain.rounds; round++) {
    send(leadsEach)
    // Where a machine is so slow that answers come too late, the point is passed less often than leads are sent.
    const more = setInterval(() => send(1), oneMoreMs)
    const scene = await strike(chain.point, setting, random).finally(() => clearInterval(more))
    if (hasStruck(chain.point, scene)) struck += 1
    else options.report(`${chain.engine}, ${chain.point}, round ${round}: ${sightOf(scene)}`)
  }
  const last = await startBot(slack, setting.environment, setting.hooks)
  setting.url = last.intakeUrl
  await Promise.all(sending)
  const truth = await settleDown(last, setting)
  await slack.stop()
  return { point: chain.point, slack, truth, acknowledged: setting.acknowledged, struck }
}

interface Setting {
  slack: Sandbox
  environment: Record<string, string>
  hooks: string[]
  acknowledged: Set<string>
  /** So many leads are on their way or have arrived. */
  sent: number
  /** Where the living bot takes leads. */
  url: string | null
}

/** One bot lives until it gets to the point, and what there is to see then. */
async function strike(point: Point, setting: Setting, random: () => number): Promise<Scene> {
  const { slack, environment, hooks, acknowledged } = setting
  // There is nothing to look for unless an answer was lost.
  if (point === 'while looking') slack.faults.add({ kind: 'reset-after', method: 'chat.postMessage' })
  const nth = point === 'while looking' ? 1 : 1 + Math.floor(random() * (leadsEach - 1))
  const since = slack.log.at(-1)?.id ?? 0
  const struckAt = await liveAndDie({
    slack,
    environment: { ...environment, STRIKE_AT: point, STRIKE_NTH: String(nth) },
    hooks: [...hooks, './test/chaos/hooks/strike.ts'],
    onRunning: (url) => void (setting.url = url),
  })
  setting.url = null
  // What is on its way lands meanwhile.
  await new Promise((done) => setTimeout(done, latencyMs * 2))
  return { slack, acknowledged, struckAt, since, truth: await readTruth(environment) }
}

const sightOf = ({ truth, struckAt }: Scene): string =>
  `struck at ${struckAt}; ${JSON.stringify(truth.notices.filter(({ state }) => state !== 'sent'))}`
