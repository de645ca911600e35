import type { Faults } from '../faults.ts'
import type { Log } from '../workspace/log.ts'
import type { InstalledApp } from '../workspace/manifest.ts'
import { isReply } from '../workspace/messages.ts'
import type { OpenView, SandboxMessage, State } from '../workspace/state.ts'
import { botUserId, type SandboxChannel, type SandboxUser } from '../workspace/workspace.ts'
import { toldBy, type Host } from './host.ts'
import type { Reads } from './reads.ts'
import type { Gaze, SeenChannel, SeenMessage, SeenPerson, SeenView, Sight } from './sight.ts'
import { seenTraffic } from './traffic.ts'

/** What there is to look at. */
export interface Scenery {
  state: State
  app: InstalledApp
  log: Log
  faults: Faults
  reads: Reads
  host: Host
  line(): Sight['line']
}

/** A channel shows so many of its messages. */
const mostMessages = 200
const mostTraffic = 150

/**
 * What this person sees at this moment.
 * @throws Error when there is no such person
 */
export function look(scenery: Scenery, { userId, channel, thread }: Gaze): Sight {
  const { state, app, log, faults, reads, host } = scenery
  const me = state.users.find((user) => user.id === userId)
  if (!me) throw new Error(`there is no ${userId} in this workspace`)
  const dm = `D${userId.slice(1)}`
  const inFront =
    channel === null ? [] : visible(state, userId, channel).filter((message) => !isReply(message))
  return {
    gaze: { userId, channel, thread },
    now: state.now().getTime(),
    me: seenPerson(me),
    people: state.users.map(seenPerson),
    groups: state.groups.map(({ id, handle }) => ({ id, handle })),
    app: {
      ...{ name: app.name, channel: dm, unread: reads.unread(userId, dm) },
      messagesTab: app.messagesTab,
    },
    commands: app.commands,
    channels: channelsOf(scenery, userId),
    messages: inFront.slice(-mostMessages).map((message) => withReplies(state, message)),
    earlier: Math.max(0, inFront.length - mostMessages),
    thread: channel && thread ? inThread(visible(state, userId, channel), thread) : null,
    modal: seenView(state.modals.get(userId)?.at(-1)),
    home: seenView(state.homes.get(userId)),
    traffic: log.records.slice(-mostTraffic).map(seenTraffic),
    faults: faults.waiting(),
    line: scenery.line(),
    told: toldBy(host),
  }
}

function channelsOf({ state, reads }: Scenery, userId: string): SeenChannel[] {
  const isMine = ({ id, members }: SandboxChannel) => id.startsWith('C') && members.includes(userId)
  return state.channels.filter(isMine).map(({ id, name }) => ({ id, name, unread: reads.unread(userId, id) }))
}

/** What this person may see in a channel, replies included. */
function visible({ messages, ephemerals }: State, userId: string, channel: string): SandboxMessage[] {
  const own = ephemerals.inChannel(channel).filter((message) => message.ephemeralFor === userId)
  const all = messages.inChannel(channel)
  return own.length === 0 ? all : [...all, ...own].toSorted((a, b) => (a.ts < b.ts ? -1 : 1))
}

function inThread(messages: SandboxMessage[], ts: string): SeenMessage[] {
  return messages.filter((m) => m.ts === ts || m.thread_ts === ts).map((m) => ({ ...m, replies: null }))
}

function withReplies({ messages }: State, message: SandboxMessage): SeenMessage {
  const [, ...replies] = messages.thread(message.channel, message.ts)
  const last = replies.at(-1)
  return { ...message, replies: last ? { count: replies.length, lastTs: last.ts } : null }
}

function seenPerson({ id, real_name: name, title, locale, tz }: SandboxUser): SeenPerson {
  return { id, name, title, locale: locale ?? 'en-US', zone: tz ?? 'UTC', isApp: id === botUserId }
}

function seenView(view: OpenView | undefined): SeenView | null {
  if (!view) return null
  const { id, hash, blocks, values, errors, title = null, submit = null, close = null } = view
  return { id, hash, title, submit, close, blocks, values, errors }
}
