import type { Block } from '../../limits/block-types.ts'
import { isTooLongForAMessage, violations } from '../../limits/limits.ts'
import type { State } from '../../workspace/state.ts'
import { botUserId, type SandboxChannel } from '../../workspace/workspace.ts'
import { SlackError, needed, text, type Args } from '../method.ts'

/** The channel a message goes to, if the bot may write there. A user id opens a direct message. */
export function writableChannel(state: State, args: Args): SandboxChannel {
  const id = needed(args, 'channel', 'channel_not_found')
  const channel = state.channels.find((known) => known.id === id) ?? directMessage(state, id)
  if (!channel) throw new SlackError('channel_not_found')
  if (channel.id.startsWith('D') && state.messagesTab === 'off') throw new SlackError('messages_tab_disabled')
  if (channel.is_archived) throw new SlackError('is_archived')
  if (!channel.members.includes(botUserId)) throw new SlackError('not_in_channel')
  return channel
}

/** A channel that the bot may look at from outside: a private one does not exist for those who are not in it. */
export function knownChannel(state: State, args: Args): SandboxChannel {
  const channel = state.channels.find((known) => known.id === args['channel'])
  if (!channel || (channel.is_private && !channel.members.includes(botUserId)))
    throw new SlackError('channel_not_found')
  return channel
}

/** The app may ask about public channels; about private ones only with a scope of their own. */
export function needScopeFor(channel: SandboxChannel, { scopes }: State, right: 'read' | 'history'): void {
  const scope = `groups:${right}`
  if (channel.is_private && !scopes.includes(scope))
    throw new SlackError('missing_scope', { needed: scope, provided: scopes.join(',') })
}

/** A channel that the bot may read. */
export function joinedChannel(state: State, args: Args): SandboxChannel {
  const channel = knownChannel(state, args)
  if (!channel.members.includes(botUserId)) throw new SlackError('not_in_channel')
  return channel
}

export function directMessage(state: State, userId: string): SandboxChannel | undefined {
  const user = state.users.find((known) => known.id === userId)
  if (!user) return undefined
  const id = `D${userId.slice(1)}`
  const open = state.channels.find((channel) => channel.id === id)
  if (open) return open
  const channel = {
    id,
    name: user.name,
    is_archived: false,
    is_ext_shared: false,
    members: [userId, botUserId],
  }
  state.channels.push(channel)
  return channel
}

/** Slack cuts a longer text off. */
const textLimit = 40_000

/** Text and blocks of a message, checked as Slack checks them. */
export function messageContent(args: Args, { unknownBlocks }: State): { text: string; blocks?: Block[] } {
  const blocks = Array.isArray(args['blocks']) ? (args['blocks'] as Block[]) : undefined
  const body = (text(args, 'text') ?? '').slice(0, textLimit)
  if (!body && !blocks?.length) throw new SlackError('no_text')
  if (blocks && isTooLongForAMessage(blocks)) throw new SlackError('msg_blocks_too_long')
  const unknown = blocks?.filter(({ type }) => unknownBlocks.includes(type)) ?? []
  const found = [
    ...violations('message', { text: body, ...(blocks && { blocks }) }),
    ...unknown.map(({ type }) => `unsupported type: ${type}`),
  ]
  if (found.length > 0) {
    throw new SlackError('invalid_blocks', {
      response_metadata: { messages: found.map((line) => `[ERROR] ${line}`) },
    })
  }
  return { text: body, ...(blocks && { blocks: withIds(blocks) }) }
}

/** Slack names the blocks that came without a name. */
export function withIds(blocks: Block[]): Block[] {
  return blocks.map((block, index) => ({ ...block, block_id: block.block_id ?? `b${index}` }))
}
