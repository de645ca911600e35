import { randomBytes } from 'node:crypto'
import type { View } from '../limits/block-types.ts'
import type { MessagesTab, SlashCommand } from './manifest.ts'
import type { Messages, SandboxMessage } from './messages.ts'

export type { SandboxMessage, SharedFile } from './messages.ts'
import type { Organisation } from './organisation.ts'
import { botUserId, type SandboxChannel, type SandboxGroup, type SandboxUser } from './workspace.ts'

/** A view that is open, as a person sees it. */
export interface OpenView extends View {
  id: string
  hash: string
  /** The lowest modal of the stack. */
  root_view_id: string
  previous_view_id: string | null
  /** What the person entered, by block and action. */
  values: Record<string, Record<string, unknown>>
  /** Inline errors of the last submission, by block. */
  errors: Record<string, string>
}

interface ResponseUrl {
  channel: string
  userId: string
  /** The message that the click was on; none for a command. */
  message: SandboxMessage | null
  uses: number
  expiresAt: number
}

/** Everything the workspace remembers. */
export interface State {
  /** The organisation of several workspaces that this one is part of, if it is. */
  organisation: Organisation | null
  /** The commands of the app. */
  commands: SlashCommand[]
  users: SandboxUser[]
  channels: SandboxChannel[]
  groups: SandboxGroup[]
  scopes: string[]
  /** The events that the app is told of. */
  events: string[]
  messagesTab: MessagesTab
  messages: Messages
  /** What was shown to one person alone. */
  ephemerals: Messages
  /** Open modals of each person, the uppermost last. */
  modals: Map<string, OpenView[]>
  homes: Map<string, OpenView>
  /** Trigger ids that may still open something. */
  triggers: Map<string, { userId: string; expiresAt: number; used: boolean }>
  responseUrls: Map<string, ResponseUrl>
  /** Files on their way: where the app may send them, and what it sent. */
  uploads: Map<string, { name: string; bytes: Buffer | null; alt: string | null }>
  /** Kinds of blocks that this workspace's Slack does not know yet. */
  unknownBlocks: string[]
  now: () => Date
  lastTs: number
}

export const newId = (prefix: string): string => prefix + randomBytes(6).toString('hex').toUpperCase()

/** A message id: seconds with microseconds, later than any before. */
export function nextTs(state: State): string {
  state.lastTs = Math.max(state.lastTs + 1, state.now().getTime() * 1000)
  return `${Math.floor(state.lastTs / 1e6)}.${String(state.lastTs % 1e6).padStart(6, '0')}`
}

export function newTrigger(state: State, userId: string): string {
  const id = newId('trigger.')
  state.triggers.set(id, { userId, expiresAt: state.now().getTime() + 3000, used: false })
  return id
}

export function newResponseUrl(
  state: State,
  on: Pick<ResponseUrl, 'channel' | 'userId' | 'message'>,
): string {
  const id = newId('R')
  state.responseUrls.set(id, { ...on, uses: 0, expiresAt: state.now().getTime() + 30 * 60_000 })
  return id
}

/** The message with that ts in that channel, ephemeral ones included. */
export function findMessage(state: State, channel: string, ts: string): SandboxMessage | undefined {
  return state.messages.find(channel, ts) ?? state.ephemerals.find(channel, ts)
}

export function botMessage(
  state: State,
  fields: Partial<SandboxMessage> & { channel: string },
): SandboxMessage {
  return { ts: nextTs(state), user: botUserId, text: '', ...fields }
}
