import { startSandbox } from '../../../src/sandbox/sandbox.ts'
import { killed, startBot } from '../../support/bot-process.ts'
import { hasEnded } from '../../support/child.ts'
import { chance } from '../../support/chance.ts'
import { complaints } from '../complaints.ts'
import { diceOf } from '../fuzz/dice.ts'
import { intakeSources } from '../fuzz/mutate-headers.ts'
import { everyHeavyRequest, longestOf, sendHeavy, type Held } from '../fuzz/send-heavy.ts'
import { sendMutants } from '../fuzz/send-mutants.ts'
import { newTally } from '../fuzz/tally.ts'
import { hook } from '../hooks/instead.ts'
import { memoryOf, type Memory } from '../memory-of.ts'
import { caught, none, type Rig, type RigOptions } from '../rig.ts'
import { drained, stored } from '../stored.ts'

/** Throws mutated requests at the intake of a real bot, and looks for what it took, what it drew, and what it kept. */
export const fuzz: Rig = {
  says: 'mutated and heavy intake requests: none ends in an error of ours or keeps the loop, and each one that is taken is there and can be drawn',
  rounds: { full: 100_000, short: 5_000 },
  run: async (options) => {
    const { rounds, isShort, report } = options
    // Caches, pools and compiled code fill up with the first fifth, and not with less than this.
    const warmUp = Math.max(leastWarmUp, Math.floor(rounds / 5))
    const real = await scene(options, { requests: rounds, warmUp, hooks: [hook('collect-garbage.ts')] })
    const breaches = [...real.breaches, ...real.refused, ...real.missing, ...real.undrawable]
    if (breaches.length > 0) [...breaches.slice(0, 40), ...real.log].forEach(report)
    report(`answers: ${[...real.byStatus].map(([status, times]) => `${times} × ${status}`).join(', ')}`)
    const keeping = await scene(options, {
      requests: 3_000,
      hooks: [hook('collect-garbage.ts'), hook('keep-requests.ts')],
    })
    const naive = await scene(options, {
      requests: 30_000,
      hooks: [hook('naive-json.ts')],
      isUntilBreach: true,
    })
    const held = longestOf(await heavyScene(options, everyHeavyRequest, []))
    report(`the loop was held for ${held.ms.toFixed(1)} ms at most, by ${held.by}`)
    const holding = await heavyScene(options, ['numbers'], [hook('hold-the-thread.ts')])
    return [
      { name: 'requests', value: real.requests, ...(!isShort && { atLeast: 100_000 }) },
      { name: 'taken', value: real.byStatus.get(202) ?? 0, atLeast: rounds / 50 },
      { name: 'refused', value: real.byStatus.get(400) ?? 0, atLeast: rounds / 20 },
      none('answers of 500 and above, or none', real.breaches.length),
      none('valid requests refused', real.refused.length),
      none('taken and not in the database', real.missing.length),
      none('cards that Slack refuses', real.undrawable.length),
      none('ends of the process', real.ended),
      { name: 'cards drawn', value: real.cards, atLeast: 1 },
      { name: 'memory kept after the warm-up, MB', value: real.grown.kept, atMost: mostGrownMb },
      {
        name: 'resident memory after the warm-up, of a bot limited to 128 MB, MB',
        value: real.grown.resident,
        atMost: mostGrownMb,
      },
      {
        name: 'longest that a heavy request held the loop, in times of parsing 1 MB of JSON',
        value: held.times,
        atMost: mostTimes,
      },
      caught('an intake that reads a request in one go', longestOf(holding).times > mostTimes ? 1 : 0),
      caught('an intake that keeps 32 kB of each request', keeping.grown.kept > mostGrownMb ? 1 : 0),
      caught('an intake that parses whatever JSON.parse takes', naive.breaches.length),
    ]
  },
}

const leastWarmUp = 10_000
const mostGrownMb = 50
/** That is 50 ms where 1 MB of JSON takes 7. Counted is what the thread computed. */
const mostTimes = 7
const nothing: Memory = { kept: 0, resident: 0 }
/**
 * V8 takes more room before it collects, by chance more or less, and what is resident says little of what is kept. The
 * second limit is needed with the first: without it a full run took over four minutes, with it two.
 */
const littleRoom = { NODE_OPTIONS: '--max-old-space-size=128 --max-semi-space-size=8' }

/** Sends the heavy requests of a known sender to a bot of its own, and sees for how long each held the loop. */
async function heavyScene({ seed, database }: RigOptions, names: string[], hooks: string[]): Promise<Held[]> {
  const slack = await startSandbox({ postsPerSecond: 10_000 })
  const doors = { INTAKE_SOURCES: intakeSources, SLACK_POSTS_PER_SECOND: '10000' }
  const settings = { ...(await database('PostgreSQL')), ...doors }
  const bot = await startBot(slack, settings, [hook('watch-loop.ts'), ...hooks])
  try {
    return await sendHeavy(bot, diceOf(chance(seed)), names)
  } finally {
    await killed(bot.process)
    await slack.stop()
  }
}

interface Plan {
  requests: number
  hooks: string[]
  /** Requests before memory is looked at for the first time. */
  warmUp?: number
  /** Whether one breach is enough. One request in about 2,000 is one to an intake that is not careful. */
  isUntilBreach?: boolean
}

async function scene(
  { seed, database }: RigOptions,
  { requests, hooks, warmUp = 0, isUntilBreach = false }: Plan,
) {
  const settings = await database('PostgreSQL')
  const slack = await startSandbox({ postsPerSecond: 10_000 })
  const doors = { INTAKE_SOURCES: intakeSources, SLACK_POSTS_PER_SECOND: '10000' }
  const isMeasured = hooks.some((name) => name.includes('collect-garbage'))
  const bot = await startBot(slack, { ...settings, ...doors, ...(isMeasured && littleRoom) }, hooks)
  try {
    const [tally, dice] = [newTally(), chance(seed)]
    const isEnough = () => isUntilBreach && tally.breaches.length > 0
    const volley = { intakeUrl: bot.intakeUrl, chance: dice, tally, isEnough }
    await sendMutants({ ...volley, requests: warmUp })
    const before = isMeasured ? await memoryOf(bot) : nothing
    await sendMutants({ ...volley, requests: Math.max(requests - warmUp, Math.min(requests, leastWarmUp)) })
    await drained(settings, 120)
    const after = isMeasured ? await memoryOf(bot) : nothing
    const grown = { kept: after.kept - before.kept, resident: after.resident - before.resident }
    const ended = hasEnded(bot.process) ? 1 : 0
    await killed(bot.process)
    const ids = new Set((await stored<{ id: string }>(settings, `SELECT id FROM "Lead"`)).map(({ id }) => id))
    const failed = await stored<{ kind: string; error: string }>(
      settings,
      `SELECT kind, error FROM "Notice" WHERE state = 'failed'`,
    )
    return {
      ...tally,
      missing: [...tally.leadIds].filter((id) => !ids.has(id)),
      undrawable: failed.map(({ kind, error }) => `${kind}: ${error}`),
      cards: slack.messages('C0LEADS').length,
      ...{ grown, ended, log: complaints(bot.log()) },
    }
  } finally {
    await killed(bot.process)
    await slack.stop()
  }
}
