import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { startBaton, type Baton } from '../baton.ts'
import { readConfig, type Config } from '../settings/config.ts'
import { startSandbox, type Sandbox, type SandboxOptions } from '../sandbox/sandbox.ts'
import { until } from './until.ts'

/** A Slack of its own and a Baton that is connected to it over a real socket, with nothing kept afterwards. */
export interface Stage {
  sandbox: Sandbox
  baton: Baton
  /** The bearer token of each source. */
  tokens: ReadonlyMap<string, string>
  /** Stops Baton and starts it again on the same data, or on none. */
  restart: (options?: { empty: boolean }) => Promise<void>
  stop: () => Promise<void>
}

export interface StageOptions {
  sources: readonly string[]
  /** Messages a second and channel, on both sides; Slack's own pace is 1. */
  postsPerSecond: number
  now: () => Date
  /** Where the sandbox's page is, and what it offers. */
  page?: Pick<SandboxOptions, 'port' | 'host'>
}

export async function setStage({ sources, postsPerSecond, now, page }: StageOptions): Promise<Stage> {
  const sandbox = await startSandbox({ postsPerSecond, now, ...page })
  const folder = await mkdtemp(join(tmpdir(), 'baton-demo-'))
  // The socket says goodbye in both directions; cut off before that, Bolt would wait half a minute for the answer.
  const hungUp = () => until('Baton to hang up', () => sandbox.sockets.count() === 0)
  const clear = async () => {
    await hungUp()
    await sandbox.stop()
    await rm(folder, { recursive: true, force: true })
  }
  const tokens = new Map(sources.map((source) => [source, randomUUID()]))
  const start = () => startBaton(configOf({ sandbox, tokens, folder, postsPerSecond }), worldOf(now))
  const stage: Stage = {
    ...{ sandbox, tokens, baton: await start().catch((error) => clear().then(() => Promise.reject(error))) },
    restart: async ({ empty } = { empty: false }) => {
      await stage.baton.stop()
      await hungUp()
      if (empty) await rm(folder, { recursive: true, force: true })
      stage.baton = await start()
    },
    stop: async () => {
      try {
        await stage.baton.stop()
      } finally {
        await clear()
      }
    },
  }
  return stage
}

interface Setting {
  sandbox: Sandbox
  tokens: ReadonlyMap<string, string>
  folder: string
  postsPerSecond: number
}

function configOf({ sandbox, tokens, folder, postsPerSecond }: Setting): Config {
  const config = readConfig({
    SLACK_BOT_TOKEN: sandbox.botToken,
    SLACK_APP_TOKEN: sandbox.appToken,
    SLACK_API_URL: sandbox.apiUrl,
    SLACK_POSTS_PER_SECOND: String(postsPerSecond),
    DATA_DIR: join(folder, 'data'),
    INTAKE_HOST: '127.0.0.1',
    INTAKE_PORT: '0',
    INTAKE_SOURCES: [...tokens].map(([source, token]) => `${source}=${token}`).join(','),
  })
  if (!config.ok) throw new Error(`The stage's settings are wrong: ${config.problems.join('; ')}`)
  return config.value
}

function worldOf(now: () => Date) {
  const log = pino({ level: 'error', base: null }, pino.destination({ dest: 2, sync: true }))
  return { now, newId: randomUUID, log }
}

/** Waits until nothing is left to be shown in Slack; what Slack refused for good is a failure. */
export async function settled({ baton }: Stage, seconds = 120): Promise<void> {
  const isIdle = async () => (await baton.outbox.counts()).waiting === 0
  await until('everything to be shown in Slack', isIdle, { seconds, everyMs: 50 })
  const { failed } = await baton.outbox.counts()
  if (failed > 0) throw new Error(`Slack refused ${failed} messages; see the log above.`)
}
