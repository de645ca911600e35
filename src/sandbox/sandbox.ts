import { randomBytes } from 'node:crypto'
import { actorOf, type Actor } from './acting/actor.ts'
import { openChanges } from './workspace/changes.ts'
import { control, type Control } from './control.ts'
import { openFaults, type Faults } from './faults.ts'
import { openLine } from './workspace/line.ts'
import { liveIn, type Live } from './live/live.ts'
import { logged, openLog, type LogRecord } from './workspace/log.ts'
import { readManifest } from './workspace/manifest.ts'
import { newWorkspace, type WorkspaceOptions } from './workspace/new-workspace.ts'
import { slackPace } from './transport/pace.ts'
import type { Host } from './page/host.ts'
import { openReads } from './page/reads.ts'
import { serve } from './transport/serve.ts'
import { openServer } from './transport/server.ts'
import type { ApiOptions } from './transport/serve-api.ts'
import { openSocketMode, type Envelope, type SocketMode } from './transport/socket-mode.ts'
import type { SandboxMessage, State } from './workspace/state.ts'
import { until } from './until.ts'

export type { Actor } from './acting/actor.ts'
export type { Bilingual, Host } from './page/host.ts'
export type { OpenView, SandboxMessage } from './workspace/state.ts'

export interface SandboxOptions extends WorkspaceOptions {
  /** 0, the default, takes any free port. Only this machine can reach it. */
  port?: number
  /** Messages a second and channel; 1, the default, is Slack's own pace. Other limits grow with it. */
  postsPerSecond?: number
  /** How long it takes for a call, half of it before the call has its effect; nothing without. */
  latencyMs?: number
  /** What its page offers beside the workspace. */
  host?: Host
}

/** A Slack to run against: one workspace, its Web API, both ways of delivery, and a page to look at it. */
export interface Sandbox {
  /** Where its page is. */
  url: string
  apiUrl: string
  botToken: string
  appToken: string
  signingSecret: string
  /** The workspace itself, to be arranged by a test. */
  state: State
  faults: Faults
  sockets: SocketMode
  /** Every Web API call and every envelope, in order. */
  log: LogRecord[]
  /** Every mention, link, format and hidden sign in what the bot showed, as far as the log goes back. */
  live(): Live[]
  /** From now on delivers by signed HTTP to this address instead of over sockets. */
  deliverTo(requestUrl: string): void
  /** What a channel shows, threads included, the oldest first. */
  messages(channel: string): SandboxMessage[]
  thread(channel: string, ts: string): SandboxMessage[]
  /** What only this person was shown. */
  ephemerals(userId: string): SandboxMessage[]
  as(userId: string): Actor
  /** Hands the bot a payload as it is, for what Slack itself would never send; gives back what it answered. */
  deliver(envelope: Envelope): Promise<Record<string, unknown> | undefined>
  /** Pulls a lever, as the page's switches do. */
  control(wish: Control): Promise<void>
  /** Has the page look anew, after something that the sandbox can't know of. */
  changed(): void
  /** Waits until there is something to see. @throws Error naming what did not come in time */
  waitFor<T>(look: () => T | undefined, what: string, seconds?: number): Promise<T>
  stop(): Promise<void>
}

export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const secrets = { bot: secret('xoxb-sandbox-'), app: secret('xapp-sandbox-'), signing: secret('') }
  const desk = openDesk(options, secrets.signing)
  const { state, changes, faults, sockets, log, line } = desk
  const { changed } = changes
  const open = await openServer(options.port ?? 0, (exchange) => serve(exchange, { api, page }))
  const { url } = open
  open.server.on('upgrade', sockets.upgrade)
  const deliver = logged(line.deliver, { log, now: state.now })
  const as = (userId: string) => actorOf({ scene: { state, userId, url }, deliver, changed, waitFor: until })
  const pull = (wish: Control) => control(desk.levers, wish)
  const { postsPerSecond = 1, latencyMs = 0 } = options
  const api = apiOf(desk, { url, secrets, postsPerSecond, latencyMs })
  const page = { scenery: { ...desk, line: line.state }, changes, as, control: pull }
  return {
    ...{ url, apiUrl: `${url}/api/`, state, faults, sockets, log: log.records, as, deliver, control: pull },
    ...{ botToken: secrets.bot, appToken: secrets.app, signingSecret: secrets.signing },
    live: () => liveIn(log.records),
    deliverTo: line.deliverTo,
    messages: (channel) => state.messages.inChannel(channel),
    thread: (channel, ts) => state.messages.thread(channel, ts),
    ephemerals: (userId) => state.ephemerals.shownTo(userId),
    ...{ waitFor: until, changed },
    stop: async () => {
      sockets.close()
      await open.close()
    },
  }
}

/** Everything that the workspace is made of, before anybody can reach it. */
function openDesk(options: SandboxOptions, signingSecret: string) {
  const app = readManifest()
  const state = newWorkspace(app, options)
  const [changes, faults] = [openChanges(), openFaults()]
  const sockets = openSocketMode(changes.changed)
  const [log, reads, line] = [openLog(changes.changed), openReads(state), openLine(sockets, signingSecret)]
  const { host = {} } = options
  const reset = async () => {
    for (const forget of [() => faults.clear(), log.clear, reads.clear]) forget()
    Object.assign(state, newWorkspace(app, options))
    changes.changed()
    await host.onReset?.()
  }
  const runOffer = async (id: string) => {
    const offer = host.offers?.find((known) => known.id === id)
    if (!offer) throw new Error(`nothing called ${id} is offered`)
    await offer.run()
  }
  const levers = { faults, sockets, reset, runOffer }
  return { app, state, changes, faults, sockets, log, reads, line, host, levers }
}

interface Reached {
  url: string
  secrets: { bot: string; app: string }
  postsPerSecond: number
  latencyMs: number
}

function apiOf(
  { state, changes, faults, log }: ReturnType<typeof openDesk>,
  { url, secrets, postsPerSecond, latencyMs }: Reached,
): ApiOptions {
  const pace = slackPace(postsPerSecond, () => performance.now())
  const context = {
    ...{ state, takePost: pace.takePost, changed: changes.changed },
    socketUrl: () => `${url.replace('http', 'ws')}/socket`,
    uploadUrl: (id: string) => `${url}/upload/${id}`,
  }
  return { context, pace, faults, tokens: secrets, latencyMs, record: log.add }
}

const secret = (prefix: string) => prefix + randomBytes(16).toString('hex')
