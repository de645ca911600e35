import { once } from 'node:events'
import { startSandbox } from '../../../src/sandbox/sandbox.ts'
import { timed } from '../../support/bare-answers.ts'
import { killed, startBot } from '../../support/bot-process.ts'
import { hook } from '../hooks/instead.ts'
import { caught, exactly, none, type Engine, type Rig, type RigOptions } from '../rig.ts'
import { stopRounds } from '../stop-rounds.ts'

/** SIGTERM under load: what is in flight is finished, and the next start finds everything and sends nothing twice. */
export const stop: Rig = {
  says: 'SIGTERM while leads come in, people click and Slack is slow; then a new start',
  rounds: { full: 14, short: 4 },
  run: async (options) => {
    const { rounds, seed, database, isShort } = options
    const half = Math.max(1, Math.floor(rounds / 2))
    const control = async (more: string[]) =>
      stopRounds({
        ...{ database: await database('PostgreSQL'), transport: 'socket', rounds: 4, seed },
        hooks: [hook('abrupt-exit.ts'), ...more],
      })
    const [socket, http] = await Promise.all([
      measured(options, { engine: 'PostgreSQL', transport: 'socket', rounds: rounds - half }),
      measured(options, { engine: isShort ? 'PostgreSQL' : 'PGlite', transport: 'http', rounds: half }),
    ])
    const [abrupt, blind, hanging] = await Promise.all([
      control([]),
      control([hook('no-look-up.ts')]),
      stopOfHanging(options),
    ])
    return [
      ...socket,
      ...http,
      exactly('exit code of a stop that hangs', hanging.code ?? -1, 1),
      {
        name: 'a stop that hangs is ended after, without what the machine took, ms',
        value: hanging.ms,
        atMost: 10_000,
      },
      caught('a bot that ends at once: missing', abrupt.missing.length),
      caught('one that does not look afterwards either: doubled', blind.doubled.length),
    ]
  },
}

interface Part {
  engine: Engine
  transport: 'socket' | 'http'
  rounds: number
}

async function measured({ seed, database, report }: RigOptions, { engine, transport, rounds }: Part) {
  const on = `${engine}, ${transport}`
  const outcome = await stopRounds({ database: await database(engine), transport, rounds, seed, hooks: [] })
  const { missing, doubled, unclean, slowestMs, log } = outcome
  const breaches = [...missing, ...doubled, ...unclean]
  if (breaches.length > 0) [...breaches, ...log].forEach((line) => report(`${on}: ${line}`))
  return [
    { name: `${on}: stops`, value: rounds },
    { name: `${on}: slowest stop, without what the machine took, ms`, value: slowestMs, atMost: 10_000 },
    none(`${on}: ended otherwise than with 0`, unclean.length),
    none(`${on}: acknowledged and missing`, missing.length),
    none(`${on}: sent or done twice`, doubled.length),
  ]
}

/** The parts stop, but the database can't be closed. */
async function stopOfHanging({ database }: RigOptions): Promise<{ code: number | null; ms: number }> {
  const slack = await startSandbox()
  const bot = await startBot(slack, await database('PostgreSQL'), [hook('close-hangs.ts')])
  try {
    const { ms } = await timed(async () => {
      const exit = once(bot.process, 'exit')
      bot.process.kill('SIGTERM')
      await exit
    })
    return { code: bot.process.exitCode, ms }
  } finally {
    await killed(bot.process)
    await slack.stop()
  }
}
