import type { SandboxMessage, State } from '../state.ts'
import type { SandboxChannel } from '../workspace.ts'
import { SlackError, needed, text, type Args, type Method } from './method.ts'
import { directMessage, knownChannel } from './post.ts'

const seen = (channel: SandboxChannel) => ({
  ...channel,
  is_channel: channel.id.startsWith('C'),
  is_im: channel.id.startsWith('D'),
  is_member: true,
  is_private: false,
  is_shared: channel.is_ext_shared,
})

export const conversationsInfo: Method = {
  scope: 'channels:read',
  perMinute: 50,
  run: (args, { state }) => ({ channel: seen(knownChannel(state, args)) }),
}

export const conversationsList: Method = {
  scope: 'channels:read',
  perMinute: 20,
  run: (_, { state }) => ({ channels: state.channels.map(seen), response_metadata: { next_cursor: '' } }),
}

export const conversationsMembers: Method = {
  scope: 'channels:read',
  perMinute: 100,
  run: (args, { state }) => ({ members: knownChannel(state, args).members }),
}

export const conversationsOpen: Method = {
  scope: 'im:write',
  perMinute: 50,
  run: (args, { state }) => {
    const channel = directMessage(state, needed(args, 'users', 'users_list_not_supplied'))
    if (!channel) throw new SlackError('user_not_found')
    return { channel: { id: channel.id } }
  },
}

export const conversationsHistory: Method = {
  scope: 'channels:history',
  perMinute: 50,
  run: (args, { state }) => {
    const { id } = knownChannel(state, args)
    return page(state.messages.filter((m) => m.channel === id && !isReply(m)).toReversed(), args)
  },
}

export const conversationsReplies: Method = {
  scope: 'channels:history',
  perMinute: 50,
  run: (args, { state }) => {
    const { id } = knownChannel(state, args)
    return page(threadOf(state, id, needed(args, 'ts', 'thread_not_found')), args)
  },
}

function threadOf(state: State, channel: string, ts: string): SandboxMessage[] {
  const thread = state.messages.filter((m) => m.channel === channel && (m.ts === ts || m.thread_ts === ts))
  if (thread.length === 0) throw new SlackError('thread_not_found')
  return thread
}

function page(all: SandboxMessage[], args: Args): Record<string, unknown> {
  const { oldest, latest, limit, cursor } = {
    oldest: text(args, 'oldest'),
    latest: text(args, 'latest'),
    limit: Number(args['limit'] ?? 100),
    cursor: text(args, 'cursor'),
  }
  const inRange = all.filter(({ ts }) => (!oldest || ts >= oldest) && (!latest || ts <= latest))
  const from = Number(cursor ?? 0)
  const hasMore = from + limit < inRange.length
  const withMetadata = String(args['include_all_metadata']) === 'true'
  return {
    messages: inRange.slice(from, from + limit).map(({ metadata, ...message }) => ({
      type: 'message',
      ...message,
      ...(withMetadata && metadata && { metadata }),
    })),
    has_more: hasMore,
    response_metadata: { next_cursor: hasMore ? String(from + limit) : '' },
  }
}

const isReply = ({ ts, thread_ts: thread }: SandboxMessage): boolean => thread !== undefined && thread !== ts
