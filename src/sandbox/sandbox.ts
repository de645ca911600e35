import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SlackError } from './api/method.ts'
import { actorOf, type Actor } from './actor.ts'
import { openFaults, type Faults } from './faults.ts'
import { deliverByHttp } from './http-mode.ts'
import { slackPace } from './pace.ts'
import { readArgs } from './read-body.ts'
import { respond } from './response-url.ts'
import { serveApi, type ApiOptions, type CallRecord } from './serve-api.ts'
import { openSocketMode, type Envelope, type SocketMode } from './socket-mode.ts'
import type { SandboxMessage, State } from './state.ts'
import { until } from './until.ts'
import { defaultChannels, defaultGroups, defaultScopes, defaultUsers } from './workspace.ts'

export type { Actor } from './actor.ts'
export type { OpenView, SandboxMessage } from './state.ts'

export interface SandboxOptions {
  /** 0, the default, takes any free port. Only this machine can reach it. */
  port?: number
  /** Messages a second and channel; 1, the default, is Slack's own pace. Other limits grow with it. */
  postsPerSecond?: number
  now?: () => Date
  scopes?: string[]
  /** Delivers by signed HTTP to this address instead of over sockets. */
  requestUrl?: string
}

/** A Slack to run against: one workspace, its Web API, and both ways of delivery. */
export interface Sandbox {
  url: string
  apiUrl: string
  botToken: string
  appToken: string
  signingSecret: string
  /** The workspace itself, to be arranged by a test. */
  state: State
  faults: Faults
  sockets: SocketMode
  /** Every Web API call, in order. */
  log: CallRecord[]
  /** What a channel shows, threads included, the oldest first. */
  messages(channel: string): SandboxMessage[]
  thread(channel: string, ts: string): SandboxMessage[]
  /** What only this person was shown. */
  ephemerals(userId: string): SandboxMessage[]
  as(userId: string): Actor
  /** Waits until there is something to see. @throws Error naming what did not come in time */
  waitFor<T>(look: () => T | undefined, what: string, seconds?: number): Promise<T>
  stop(): Promise<void>
}

export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const state = newState(options)
  const [faults, sockets, log] = [openFaults(), openSocketMode(), [] as CallRecord[]]
  const secrets = { bot: secret('xoxb-sandbox-'), app: secret('xapp-sandbox-'), signing: secret('') }
  const pace = slackPace(options.postsPerSecond ?? 1, () => performance.now())
  const server = createServer()
  const url = await listen(server, options.port ?? 0)
  const socketUrl = () => `${url.replace('http', 'ws')}/socket`
  const context = { state, takePost: pace.takePost, socketUrl, changed: () => undefined }
  const api: ApiOptions = { context, pace, faults, tokens: secrets, record: (call) => log.push(call) }
  server.on('request', (request, response) => void serve({ request, response }, api))
  server.on('upgrade', sockets.upgrade)
  const deliver = (envelope: Envelope) =>
    options.requestUrl
      ? deliverByHttp(envelope, { url: options.requestUrl, signingSecret: secrets.signing })
      : sockets.deliver(envelope)
  return {
    url,
    apiUrl: `${url}/api/`,
    botToken: secrets.bot,
    appToken: secrets.app,
    signingSecret: secrets.signing,
    state,
    faults,
    sockets,
    log,
    messages: (channel) => state.messages.filter((message) => message.channel === channel),
    thread: (channel, ts) =>
      state.messages.filter((m) => m.channel === channel && (m.ts === ts || m.thread_ts === ts)),
    ephemerals: (userId) => state.ephemerals.filter((message) => message.ephemeralFor === userId),
    as: (userId) =>
      actorOf({ scene: { state, userId, url }, deliver, changed: context.changed, waitFor: until }),
    waitFor: until,
    stop: () => stop(server, sockets),
  }
}

function newState({ now = () => new Date(), scopes = defaultScopes }: SandboxOptions): State {
  return {
    users: structuredClone(defaultUsers),
    channels: structuredClone(defaultChannels),
    groups: structuredClone(defaultGroups),
    scopes: [...scopes],
    messages: [],
    ephemerals: [],
    modals: new Map(),
    homes: new Map(),
    triggers: new Map(),
    responseUrls: new Map(),
    now,
    lastTs: 0,
  }
}

async function serve(
  { request, response }: { request: IncomingMessage; response: ServerResponse },
  api: ApiOptions,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://sandbox')
  const [, area, name = ''] = pathname.split('/')
  if (area === 'api') return serveApi({ request, response }, name, api)
  if (area !== 'response') return void response.writeHead(404).end()
  try {
    respond(api.context.state, name, await readArgs(request))
    response.writeHead(200).end('ok')
  } catch (error) {
    if (!(error instanceof SlackError)) throw error
    response.writeHead(404).end(error.message)
  }
}

function listen(server: Server, port: number): Promise<string> {
  return new Promise((done, failed) => {
    server.once('error', failed)
    server.listen(port, '127.0.0.1', () => done(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))
  })
}

function stop(server: Server, sockets: SocketMode): Promise<void> {
  sockets.close()
  return new Promise((done) => {
    server.close(() => done())
    server.closeAllConnections()
  })
}

const secret = (prefix: string) => prefix + randomBytes(16).toString('hex')
