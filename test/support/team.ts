import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import { startBaton, type Baton } from '../../src/baton.ts'
import { readConfig } from '../../src/config.ts'
import { startSandbox, type Sandbox } from '../../src/sandbox/start.ts'

/** A workspace with Baton in it: what the story tests act in. Everything runs over real sockets on loopback. */
export interface Team extends AsyncDisposable {
  slack: Sandbox
  baton: Baton
  /** Sends leads as the source `website` does, and returns the answer. */
  send(body: unknown, headers?: Record<string, string>): Promise<{ status: number; body: unknown }>
  /** Moves the bot's clock to this instant; time goes on from there. */
  setClock(instant: Date): void
}

interface TeamOptions {
  databaseUrl?: string | undefined
  startsAt?: Date
}

const token = 'website-test-secret'

/** Starts a sandbox Slack and a bot in it, the bot's clock at Wednesday 18 November 2026, 09:03 in Berlin. */
export async function aTeam(options: TeamOptions = {}): Promise<Team> {
  let offset = (options.startsAt ?? new Date('2026-11-18T08:03:00Z')).getTime() - Date.now()
  const slack = await startSandbox({ postsPerSecond: 1000 })
  const baton = await startBaton(settings(slack, options.databaseUrl), {
    now: () => new Date(Date.now() + offset),
    newId: randomUUID,
    log: pino({ level: process.env['TEST_LOG'] ?? 'silent' }),
  })
  return {
    slack,
    baton,
    send: (body, headers = {}) => post(`${baton.intakeUrl}/v1/leads`, body, headers),
    setClock: (instant) => {
      offset = instant.getTime() - Date.now()
    },
    [Symbol.asyncDispose]: async () => {
      await baton.stop()
      await slack.stop()
    },
  }
}

function settings(slack: Sandbox, databaseUrl?: string) {
  const config = readConfig({
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    SLACK_POSTS_PER_SECOND: '1000',
    DATA_DIR: 'memory://',
    INTAKE_PORT: '0',
    INTAKE_SOURCES: `website=${token}`,
    ...(databaseUrl && { DATABASE_URL: databaseUrl }),
  })
  if (!config.ok) throw new Error(config.problems.join('\n'))
  return config.value
}

async function post(url: string, body: unknown, headers: Record<string, string>) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
    body: JSON.stringify(body),
  })
  return { status: response.status, body: (await response.json()) as unknown }
}
