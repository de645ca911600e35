import { startSandbox, type Sandbox } from '../../../src/sandbox/sandbox.ts'
import { longestPauseMs } from '../../../src/slack/connection/keep-connected.ts'
import { killed, startBot } from '../../support/bot-process.ts'
import { hasEnded } from '../../support/child.ts'
import { chance } from '../../support/chance.ts'
import { leads } from '../../support/people.ts'
import { complaints } from '../complaints.ts'
import { addCrowd } from '../crowd.ts'
import { day } from '../day.ts'
import type { Deed } from '../deed.ts'
import { hook } from '../hooks/instead.ts'
import { judgeDeeds, type Breaches } from '../judge-deeds.ts'
import { caught, none, type Rig, type RigOptions } from '../rig.ts'
import { noCuts, renew, storm, type Cut } from '../storm.ts'
import { drained, storedEvents } from '../stored.ts'

/** Cuts the bot's line to Slack while people click, and holds what they were told against what came of it. */
export const sockets: Rig = {
  says: 'disconnects of every kind during clicks: what was acknowledged has its effect, and has it once',
  rounds: { full: 200, short: 25 },
  run: async (options) => {
    const { rounds, isShort, report } = options
    const naiveCuts = isShort ? 12 : 25
    const [real, naive, single] = await Promise.all([
      scene(options, { cuts: rounds, renewals: isShort ? 3 : 15, hooks: [] }),
      scene(options, { cuts: naiveCuts, renewals: 0, seconds: 2, hooks: [hook('naive-accept.ts')] }),
      isShort ? null : scene(options, { cuts: 0, renewals: 10, hooks: [hook('one-socket.ts')], count: 1 }),
    ])
    const breaches = [...real.lost, ...real.doubled, ...real.silent]
    if (breaches.length + real.ended > 0) [...breaches, ...real.log].forEach(report)
    return [
      { name: 'sockets cut', value: howMany(real.cut), atLeast: rounds },
      {
        name: 'sockets cut in the rarest way',
        value: Math.min(...Object.values(real.cut)),
        atLeast: rounds / 10,
      },
      { name: 'clicks acknowledged', value: real.acked, atLeast: rounds },
      { name: 'clicks that Slack showed an error for', value: real.errors },
      none('acknowledged and lost', real.lost.length),
      none('without an effect, an answer or an error', real.silent.length),
      none('clicks with two effects', real.doubled.length),
      none('ends of the process', real.ended),
      {
        name: 'both sockets are open again after, ms',
        value: real.backAfter,
        atMost: longestPauseMs + 5_000,
      },
      { name: 'share of clicks that arrive while sockets are renewed', value: real.renewed, atLeast: 0.95 },
      ...(single ? [{ name: 'the same share with one socket', value: single.renewed, atMost: 0.9 }] : []),
      caught('a bot that answers first and keeps the work in memory', naive.lost.length),
      caught('a bot that tells of each click', naive.doubled.length),
    ]
  },
}

interface Plan {
  /** So many sockets are cut. */
  cuts: number
  renewals: number
  /** How long people wait for an answer; the naive bot has none. */
  seconds?: number
  hooks: string[]
  /** How many sockets the bot keeps open. */
  count?: number
}

interface Outcome extends Breaches {
  cut: Record<Cut, number>
  acked: number
  errors: number
  silent: string[]
  ended: number
  log: string[]
  renewed: number
  /** Milliseconds from the end of the storm to the last of its sockets. */
  backAfter: number
}

async function scene(
  { seed, database }: RigOptions,
  { cuts, renewals, seconds = 12, hooks, count = 2 }: Plan,
): Promise<Outcome> {
  const settings = await database('PostgreSQL')
  const slack = await startSandbox({ postsPerSecond: 1000 })
  const bot = await startBot(slack, { ...settings, SLACK_POSTS_PER_SECOND: '1000' }, hooks)
  try {
    const crowd = addCrowd(slack, 8)
    const setting = { slack, crowd, seconds, intakeUrl: () => bot.intakeUrl }
    let cut: Outcome['cut'] = noCuts
    const stormy = await day({ ...setting, seed }, async () => {
      cut = await storm(slack, cuts, chance(seed))
    })
    const backAfter = await untilOpen(slack, count)
    const calm = await day({ ...setting, seed: seed + 1 }, () => renew(slack, renewals))
    await drained(settings)
    const [ended, log] = [hasEnded(bot.process) ? 1 : 0, complaints(bot.log())]
    await killed(bot.process)
    const deeds = [...stormy, ...calm]
    const seen = { events: await storedEvents(settings), messages: slack.messages(leads) }
    const silent = deeds.flatMap(({ about, strange }) => (strange === null ? [] : [`${about}: ${strange}`]))
    const [acked, errors] = [sum(deeds, 'acked'), sum(deeds, 'errors')]
    const renewed = sum(calm, 'acked') / Math.max(1, sum(calm, 'acked') + sum(calm, 'errors'))
    return { ...judgeDeeds(deeds, seen), cut, acked, errors, silent, ended, renewed, backAfter, log }
  } finally {
    await killed(bot.process)
    await slack.stop()
  }
}

/** After many sockets in a row that did not last, the next one is not opened at once: that is no renewal. */
async function untilOpen(slack: Sandbox, count: number): Promise<number> {
  const began = performance.now()
  await slack.waitFor(() => slack.sockets.count() >= count || undefined, 'its sockets')
  return Math.round(performance.now() - began)
}

const howMany = (cut: Record<Cut, number>): number => Object.values(cut).reduce((all, times) => all + times)

const sum = (deeds: Deed[], what: 'acked' | 'errors'): number =>
  deeds.reduce((total, deed) => total + deed[what], 0)
