import type { Block, TextObject } from '../limits/block-types.ts'
import type { Fault } from '../faults.ts'
import type { LogRecord } from '../workspace/log.ts'
import type { MessagesTab, SlashCommand } from '../workspace/manifest.ts'
import type { SandboxMessage } from '../workspace/state.ts'
import type { Told } from './host.ts'

/** Who looks, and where. */
export interface Gaze {
  userId: string
  /** The channel or direct message in front; none in App Home. */
  channel: string | null
  /** The message whose thread is open. */
  thread: string | null
}

export interface SeenPerson {
  id: string
  name: string
  title: string
  locale: string
  zone: string
  isApp: boolean
}

export interface SeenChannel {
  id: string
  name: string
  unread: number
}

export interface SeenMessage extends SandboxMessage {
  /** Replies in its thread, and when the last one came. */
  replies: { count: number; lastTs: string } | null
}

/** A modal or an App Home as one person sees it. */
export interface SeenView {
  id: string
  hash: string
  title: TextObject | null
  submit: TextObject | null
  close: TextObject | null
  blocks: Block[]
  values: Record<string, Record<string, unknown>>
  errors: Record<string, string>
}

/** One line of the traffic, without its content. */
export interface SeenTraffic {
  id: number
  at: number
  kind: LogRecord['kind']
  what: string
  result: string
  isProblem: boolean
}

/** Everything that one person sees of the workspace, and what the side panel shows beside it. */
export interface Sight {
  /** Where this was seen from: the page may have moved on since. */
  gaze: Gaze
  /** The workspace's clock, in milliseconds since 1970. */
  now: number
  me: SeenPerson
  people: SeenPerson[]
  groups: { id: string; handle: string }[]
  app: { name: string; channel: string; unread: number; messagesTab: MessagesTab }
  commands: SlashCommand[]
  channels: SeenChannel[]
  /** The messages of the channel in front, the oldest first; only the latest of a long one. */
  messages: SeenMessage[]
  /** How many older ones are not shown. */
  earlier: number
  thread: SeenMessage[] | null
  modal: SeenView | null
  home: SeenView | null
  traffic: SeenTraffic[]
  faults: Fault[]
  /** How the bot is reached: open sockets, or signed HTTP. */
  line: { kind: 'socket' | 'http'; sockets: number }
  told: Told
}
