import { startSandbox } from '../../../src/sandbox/sandbox.ts'
import { hasEnded, killed, startBot } from '../../support/bot-process.ts'
import { chance } from '../../support/chance.ts'
import { complaints } from '../complaints.ts'
import { intakeSources } from '../fuzz/mutate-headers.ts'
import { sendMutants } from '../fuzz/send-mutants.ts'
import { newTally } from '../fuzz/tally.ts'
import { hook } from '../hooks/instead.ts'
import { memoryOf } from '../memory-of.ts'
import { caught, none, type Rig, type RigOptions } from '../rig.ts'
import { drained, stored } from '../stored.ts'

/** Throws mutated requests at the intake of a real bot, and looks for what it took, what it drew, and what it kept. */
export const fuzz: Rig = {
  says: 'mutated intake requests: none ends in an error of ours, and each one that is taken is there and can be drawn',
  rounds: { full: 100_000, short: 5_000 },
  run: async (options) => {
    const { rounds, isShort, report } = options
    const real = await scene(options, { requests: rounds, hooks: [hook('collect-garbage.ts')] })
    const breaches = [...real.breaches, ...real.refused, ...real.missing, ...real.undrawable]
    if (breaches.length > 0) [...breaches.slice(0, 40), ...real.log].forEach(report)
    report(`answers: ${[...real.byStatus].map(([status, times]) => `${times} × ${status}`).join(', ')}`)
    const naive = await scene(options, {
      requests: 30_000,
      hooks: [hook('naive-json.ts')],
      isUntilBreach: true,
    })
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
      { name: 'memory kept after the warm-up, MB', value: real.grownMb, atMost: 50 },
      caught('an intake that parses whatever JSON.parse takes', naive.breaches.length),
    ]
  },
}

const leastWarmUp = 10_000

interface Plan {
  requests: number
  hooks: string[]
  /** Whether one breach is enough. One request in about 2,000 is one to an intake that is not careful. */
  isUntilBreach?: boolean
}

async function scene({ seed, database }: RigOptions, { requests, hooks, isUntilBreach = false }: Plan) {
  const settings = await database('PostgreSQL')
  const slack = await startSandbox({ postsPerSecond: 10_000 })
  const doors = { INTAKE_SOURCES: intakeSources, SLACK_POSTS_PER_SECOND: '10000' }
  const bot = await startBot(slack, { ...settings, ...doors }, hooks)
  try {
    const [tally, dice] = [newTally(), chance(seed)]
    const isEnough = () => isUntilBreach && tally.breaches.length > 0
    const volley = { intakeUrl: bot.intakeUrl, chance: dice, tally, isEnough }
    const isMeasured = hooks.some((name) => name.includes('collect-garbage'))
    // Caches, pools and compiled code fill up with the first fifth, and not with less than this.
    const warmUp = isMeasured ? Math.max(leastWarmUp, Math.floor(requests / 5)) : 0
    await sendMutants({ ...volley, requests: warmUp })
    const before = isMeasured ? await memoryOf(bot.process) : 0
    await sendMutants({ ...volley, requests: Math.max(requests - warmUp, Math.min(requests, leastWarmUp)) })
    await drained(settings, 120)
    const grownMb = isMeasured ? (await memoryOf(bot.process)) - before : 0
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
      ...{ grownMb, ended, log: complaints(bot.log()) },
    }
  } finally {
    await killed(bot.process)
    await slack.stop()
  }
}
