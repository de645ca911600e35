import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import { startBaton, type Baton } from '../../src/baton.ts'
import { readConfig, type Config } from '../../src/settings/config.ts'
import {
  startSandbox,
  type Sandbox,
  type SandboxMessage,
  type SandboxOptions,
} from '../../src/sandbox/sandbox.ts'
import { engines, type Engine } from './database.ts'
import { leads } from './people.ts'
import { bearer, sendLeads } from './send-leads.ts'
import { isOverHttp, slackSettings } from './slack-settings.ts'

/** A workspace with Baton in it: what the story tests act in. Everything runs over real sockets on loopback. */
export interface Team extends AsyncDisposable {
  slack: Sandbox
  baton: Baton
  /** What the bot wrote to its log at level trace, line by line. TEST_LOG shows it, too. */
  log(): string[]
  /** Sends leads as the source `website`, and gives back the answer. */
  send(body: unknown, headers?: Record<string, string>): Promise<{ status: number; body: unknown }>
  /** The card of a lead as it stands in the channel now; waits until there is one that fits. */
  card(name: string, fits?: (seen: string) => boolean): Promise<SandboxMessage>
  /** What only this person was shown last; waits for something newer than what was there at the last look. */
  whisper(userId: string): Promise<SandboxMessage>
  /** Sets the bot's clock; time goes on from there. */
  setClock(instant: Date): void
}

interface Setting {
  engine?: Engine | undefined
  startsAt?: Date
  /** How long a doubtful post is left alone before it is looked for. */
  settleSeconds?: number
  /** Whom and what the workspace knows. */
  workspace?: Pick<SandboxOptions, 'scopes' | 'unknownBlocks' | 'grid'>
}

/** The stories are told on both engines, too: over a socket on PGlite, over HTTP on PostgreSQL. */
const usualEngine = engines[isOverHttp ? 1 : 0]

/** Starts a sandbox Slack and a bot in it, the bot's clock at Wednesday, 18 November 2026, 09:03 in Berlin. */
export async function aTeam({
  engine = usualEngine,
  startsAt = new Date('2026-11-18T08:03:00Z'),
  settleSeconds = 15,
  workspace = {},
}: Setting = {}): Promise<Team> {
  let offset = startsAt.getTime() - Date.now()
  await using parts = new AsyncDisposableStack()
  const slack = await startSandbox({ postsPerSecond: 1000, ...workspace })
  parts.defer(slack.stop)
  const config = settings(slack, {
    DELIVERY_SETTLE_SECONDS: String(settleSeconds),
    ...(await engine?.settings(parts)),
  })
  const lines: string[] = []
  const write = (line: string) => {
    lines.push(line)
    if (process.env['TEST_LOG']) process.stdout.write(line)
  }
  const log = pino({ level: 'trace' }, { write })
  const baton = await startBaton(config, { now: () => new Date(Date.now() + offset), newId: randomUUID, log })
  parts.defer(baton.stop)
  if (baton.requestUrl !== null) slack.deliverTo(baton.requestUrl)
  if (slack.sockets.count() > 0 === isOverHttp)
    throw new Error('the bot is reached in another way than it should be')
  const heard = new Map<string, number>()
  const running = parts.move()
  return {
    slack,
    baton,
    log: () => lines,
    send: (body, headers) => sendLeads(baton.intakeUrl, body, headers),
    card: (name, fits = () => true) =>
      slack.waitFor(
        () =>
          slack
            .messages(leads)
            .find((m) => m.thread_ts === undefined && m.text.includes(name) && fits(seen(m))),
        `a card of ${name}`,
      ),
    whisper: async (userId) => {
      const known = heard.get(userId) ?? 0
      const message = await slack.waitFor(
        () => slack.ephemerals(userId)[known],
        `${userId} to be told something`,
      )
      heard.set(userId, known + 1)
      return message
    },
    setClock: (instant) => void (offset = instant.getTime() - Date.now()),
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  }
}

/** The settings of a bot in that sandbox. */
export function settings(slack: Sandbox, database: Record<string, string>): Config {
  const config = readConfig({
    ...slackSettings(slack),
    SLACK_POSTS_PER_SECOND: '1000',
    INTAKE_PORT: '0',
    INTAKE_SOURCES: `website=${bearer}`,
    ...database,
  })
  if (!config.ok) throw new Error(config.problems.join('\n'))
  return config.value
}

/** Everything a person reads of a message or view: all its texts, in order. */
export function seen(shown: object): string {
  const texts: string[] = []
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, child] of Object.entries(value)) {
      if (key === 'text' && typeof child === 'string') texts.push(child)
      else walk(child)
    }
  }
  walk('blocks' in shown ? shown.blocks : shown)
  return texts.join('\n')
}
