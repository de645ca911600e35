import type { Block } from '../limits/block-types.ts'

/** A message as Slack's history gives it back. */
export interface SandboxMessage {
  ts: string
  channel: string
  user: string
  text: string
  blocks?: Block[]
  thread_ts?: string
  metadata?: { event_type: string; event_payload: Record<string, unknown> }
  edited?: { user: string; ts: string }
  files?: SharedFile[]
  reactions?: { name: string; users: string[]; count: number }[]
  /** Only this person sees it. */
  ephemeralFor?: string
}

/** A file that was shared in a channel. */
export interface SharedFile {
  id: string
  name: string
  title: string
  mimetype: string
  size: number
  /** Where what was uploaded can be read. */
  url_private: string
  /** What a picture shows. */
  alt_txt?: string
}

/** Messages, found by channel and ts without looking at all of them. */
export interface Messages {
  add(message: SandboxMessage): SandboxMessage
  remove(message: SandboxMessage): void
  find(channel: string, ts: string): SandboxMessage | undefined
  /** Everything in a channel, replies included, the oldest first. */
  inChannel(channel: string): SandboxMessage[]
  /** A message and what was said about it; nothing when it is not there. */
  thread(channel: string, ts: string): SandboxMessage[]
  /** What only this person was shown. */
  shownTo(userId: string): SandboxMessage[]
  clear(): void
}

export function newMessages(): Messages {
  const byKey = new Map<string, SandboxMessage>()
  const byChannel = new Map<string, SandboxMessage[]>()
  const replies = new Map<string, SandboxMessage[]>()
  return {
    add: (message) => {
      byKey.set(keyOf(message.channel, message.ts), message)
      listOf(byChannel, message.channel).push(message)
      if (isReply(message)) listOf(replies, keyOf(message.channel, message.thread_ts)).push(message)
      return message
    },
    remove: (message) => {
      byKey.delete(keyOf(message.channel, message.ts))
      without(listOf(byChannel, message.channel), message)
      if (isReply(message)) without(listOf(replies, keyOf(message.channel, message.thread_ts)), message)
    },
    find: (channel, ts) => byKey.get(keyOf(channel, ts)),
    inChannel: (channel) => [...(byChannel.get(channel) ?? [])],
    thread: (channel, ts) => {
      const parent = byKey.get(keyOf(channel, ts))
      return parent ? [parent, ...(replies.get(keyOf(channel, ts)) ?? [])] : []
    },
    shownTo: (userId) => [...byKey.values()].filter((message) => message.ephemeralFor === userId),
    clear: () => {
      for (const index of [byKey, byChannel, replies]) index.clear()
    },
  }
}

/** Whether a message was said about another one. */
export function isReply(message: SandboxMessage): message is SandboxMessage & { thread_ts: string } {
  return message.thread_ts !== undefined && message.thread_ts !== message.ts
}

const keyOf = (channel: string, ts: string): string => `${channel} ${ts}`

function listOf(index: Map<string, SandboxMessage[]>, key: string): SandboxMessage[] {
  const list = index.get(key) ?? []
  index.set(key, list)
  return list
}

function without(list: SandboxMessage[], message: SandboxMessage): void {
  const at = list.indexOf(message)
  if (at >= 0) list.splice(at, 1)
}
