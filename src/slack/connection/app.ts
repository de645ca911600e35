import type { Server } from 'node:http'
import { App, type AuthorizeResult } from '@slack/bolt'
import type { AuthTestResponse, WebClient } from '@slack/web-api'
import type { Logger } from 'pino'
import type { Meter } from '../../ports/meter.ts'
import type { Deps } from '../../ports/deps.ts'
import { apologize } from '../requests/apologize.ts'
import { boltLogger } from './bolt-logger.ts'
import { sharedChannels } from '../drawing/channels.ts'
import { clickClient, clickOptions, startClient } from './clients.ts'
import type { Tools } from '../requests/tools.ts'
import { guard, type Guard } from '../requests/guard.ts'
import { installationOf } from './installation.ts'
import { listen } from '../listeners/index.ts'
import { appIdOf, onlyFromHome, type Home } from '../requests/origin.ts'
import { entrance, requestPath, type Entrance, type Line } from './receiver.ts'
import { appTokenProblem, botTokenProblem, SlackSetupError, unreachable } from './setup-error.ts'
import type { SlackConfig } from './slack-config.ts'

export interface Slack {
  /** Lets clicks and commands in. */
  start(): Promise<void>
  /** Lets nothing more in and finishes what was begun, for at most this long. */
  stop(graceMs: number): Promise<void>
  /** The client for what a person waits for. */
  client: WebClient
  state(): Line & { busy: number }
}

interface Options {
  config: SlackConfig
  deps: Deps
  log: Logger
  /** Called after every decision, so that the delivery looks at once. */
  nudge?: () => void
  meter?: Meter
}

/**
 * Checks the bot token and binds every listener; nothing comes in before `start`.
 * @throws SlackSetupError with a sentence that says what to fix
 */
export async function connectSlack(options: Options): Promise<Slack> {
  const { config, deps, log, nudge = () => undefined, meter } = options
  const client = clickClient(config)
  const asking = startClient(config)
  const identity = await asking.auth.test().catch((error: unknown) => {
    throw botTokenProblem(error, config.apiUrl)
  })
  const home = await homeOf(asking, identity).catch((error: unknown) => {
    throw error instanceof SlackSetupError ? error : unreachable(error, config.apiUrl)
  })
  const logger = boltLogger(log)
  const door = entrance(config, logger, log)
  const app = new App({
    // Bolt itself would ask auth.test without waiting for the answer, and a refusal would end the process.
    authorize: async () => authorization(config, identity),
    receiver: door.receiver,
    logger,
    clientOptions: clickOptions(config),
    convoStore: false,
    extendedErrorHandler: true,
  })
  const watch = guard(app, log, meter)
  const tools: Tools = { deps, log, nudge, client, channels: sharedChannels({ client, now: deps.now }) }
  apologize(app, tools)
  onlyFromHome(app, tools, home)
  listen(app, tools)
  return {
    client,
    start: () => open(app, door, config),
    stop: (graceMs) => close(app, { door, watch }, graceMs),
    state: () => ({ ...door.line, busy: watch.busy() }),
  }
}

async function homeOf(client: WebClient, identity: AuthTestResponse): Promise<Home> {
  const installation = installationOf(identity)
  if (!installation) throw new SlackSetupError(noTeam)
  return { ...installation, appId: await appIdOf(client, identity.bot_id) }
}
const noTeam =
  'SLACK_BOT_TOKEN belongs to no workspace. Install the app in one and copy its "Bot User OAuth Token" (xoxb-…).'

function authorization({ botToken }: SlackConfig, { bot_id, user_id }: AuthTestResponse): AuthorizeResult {
  return { botToken, ...(bot_id && { botId: bot_id }), ...(user_id && { botUserId: user_id }) }
}

async function open(app: App, door: Entrance, config: SlackConfig): Promise<void> {
  const { line } = door
  if (line.kind === 'http') {
    // Bolt's HTTP receiver gives back the server that listens.
    const server: Server = await app.start(config.port ?? 3000)
    door.server = server
    const address = server.address()
    if (address && typeof address === 'object')
      line.requestUrl = `http://127.0.0.1:${address.port}${requestPath}`
    line.connected = true
    return
  }
  await app.start().catch((error: unknown) => {
    throw appTokenProblem(error, config.apiUrl)
  })
}

/** Nothing new is let in. What came in is answered where it came from, and only then is the door closed. */
async function close(
  app: App,
  { door, watch }: { door: Entrance; watch: Guard },
  graceMs: number,
): Promise<void> {
  const until = performance.now() + graceMs
  const left = (): number => Math.max(0, Math.round(until - performance.now()))
  watch.shut()
  await watch.answered(graceMs)
  door.line.connected = false
  // Slack keeps its connections open; a server that is to close would wait for them.
  const idle = watch.idle(left()).then(() => door.server?.closeIdleConnections())
  await Promise.all([app.stop(), idle])
}
