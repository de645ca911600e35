import { faultKinds, type FaultKind } from '../../../src/sandbox/faults.ts'
import { startSandbox, type Sandbox } from '../../../src/sandbox/sandbox.ts'
import { startBot } from '../../support/bot-process.ts'
import { chance } from '../../support/chance.ts'
import type { Figure } from '../../support/figure.ts'
import { judgeCards } from '../channel.ts'
import { deliverLeads } from '../deliver-leads.ts'
import { faultMix, faultOf, faultyShare } from '../fault-mix.ts'
import { together } from '../judge.ts'
import { fastestAverage, tooSoon } from '../post-times.ts'
import { caught, exactly, none, type Rig, type RigOptions } from '../rig.ts'
import { settleDown } from '../settle-down.ts'
import type { Truth } from '../truth.ts'
import { blameless, verdictFigures } from '../verdict-figures.ts'

interface Arm {
  leads: number
  seed: number
  kinds: readonly FaultKind[]
  first?: readonly FaultKind[]
  /** The share of the calls that is faulty. */
  share: number
  hook?: string
}

interface Outcome {
  slack: Sandbox
  truth: Truth
  acknowledged: Set<string>
}

const settleSeconds = 1.5
/** What the bot does without Retry-After is its own choice: five seconds. */
const pauses = { 'rate-limit': 2, 'rate-limit-bare': 5 }
const share = 0.3

/** At Slack's real pace, in several workspaces at once: each has a bot of its own, and they mostly wait. */
export const slackFaults: Rig = {
  says: 'Slack fails in every way it can, in 30 % of the calls, at its real pace',
  rounds: { full: 8, short: 2 },
  run: async (options) => {
    const { rounds, seed, isShort } = options
    const leads = isShort ? 12 : 15
    const arms = Array.from({ length: rounds }, (_, index) =>
      work({ leads, seed: seed + index, kinds: faultKinds, first: partOf(rounds, index), share }, options),
    )
    const controls = [impatient(options), naive(options)]
    const outcomes = await Promise.all(arms)
    return [...figuresOf(outcomes, leads, options), ...(await Promise.all(controls))]
  },
}

/** Few calls are faulty in one workspace: together they see every kind. */
const partOf = (workspaces: number, index: number): FaultKind[] =>
  faultKinds.filter((_, kind) => kind % workspaces === index)

function figuresOf(outcomes: Outcome[], leads: number, { report, isShort }: RigOptions): Figure[] {
  const logs = outcomes.map(({ slack }) => slack.log)
  const all = logs.flat()
  const struck = new Set(all.flatMap((record) => faultOf(record) ?? []))
  const faulty = faultyShare(logs)
  const early = logs.flatMap((log) => tooSoon(log, pauses))
  const verdicts = outcomes.map(({ slack, truth, acknowledged }) => judgeCards(slack, truth, acknowledged))
  const refused = all.filter((record) => record.kind === 'call' && isRefusal(record.answer))
  return [
    exactly(
      'PostgreSQL: leads',
      outcomes.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0),
      leads * outcomes.length,
    ),
    { name: 'PostgreSQL: faulty calls, in per cent', value: faulty, atLeast: 25, atMost: 35 },
    { name: 'PostgreSQL: kinds of faults', value: struck.size, atLeast: isShort ? 8 : faultKinds.length },
    ...verdictFigures('PostgreSQL', together(verdicts), report),
    {
      name: 'messages a second and channel, averaged',
      value: Math.max(...logs.map(fastestAverage)),
      atMost: 1,
    },
    blameless('calls before their Retry-After', early, report),
    none('refusals of a sandbox at the real pace', refused.length),
  ]
}

const isRefusal = (answer: Record<string, unknown> | string): boolean =>
  typeof answer !== 'string' && answer['error'] === 'ratelimited'

/** Hears that it is too fast, and goes on. */
async function impatient(options: RigOptions): Promise<Figure> {
  const hook = './test/chaos/hooks/impatient.ts'
  const arm: Arm = { leads: 12, seed: options.seed, kinds: ['rate-limit'], share: 0.5, hook }
  const { slack } = await work(arm, options)
  return caught(
    'a courier that does not wait: calls before their Retry-After',
    tooSoon(slack.log, pauses).length,
  )
}

/** Makes a call again that had no clear answer. */
async function naive(options: RigOptions): Promise<Figure> {
  const hook = './test/chaos/hooks/naive-retry.ts'
  const arm: Arm = { leads: 12, seed: options.seed, kinds: ['reset-after', 'empty'], share: 0.5, hook }
  const { slack, truth, acknowledged } = await work(arm, options)
  return caught('a naive retry: doubled', judgeCards(slack, truth, acknowledged).doubled.length)
}

async function work(
  { leads, seed, kinds, first = [], share: part, hook }: Arm,
  options: RigOptions,
): Promise<Outcome> {
  const slack = await startSandbox()
  const environment = {
    ...(await options.database('PostgreSQL')),
    ...{ DELIVERY_SETTLE_SECONDS: String(settleSeconds), SLACK_POSTS_PER_SECOND: '1' },
  }
  const hooks = hook === undefined ? [] : [hook]
  const bot = await startBot(slack, environment, hooks)
  const retryAfter = pauses['rate-limit']
  slack.faults.choose(faultMix(chance(seed), { share: part, kinds, first, retryAfter, slowest: 1.3 }))
  const acknowledged = new Set<string>()
  await deliverLeads({ count: leads, lanes: 3, url: () => bot.intakeUrl, acknowledged })
  const truth = await settleDown(bot, { slack, environment, hooks })
  await slack.stop()
  return { slack, truth, acknowledged }
}
