import type { Block } from './block-types.ts'
import { SlackError, type Args } from './api/method.ts'
import { messageContent } from './api/post.ts'
import { botMessage, nextTs, type SandboxMessage, type State } from './state.ts'

const mostUses = 5

/** What the bot sends to a response_url: an answer in the channel or to one person, or a change of the message. */
export function respond(state: State, id: string, args: Args): void {
  const url = state.responseUrls.get(id)
  if (!url || url.uses >= mostUses) throw new SlackError('used_url')
  if (url.expiresAt < state.now().getTime()) throw new SlackError('expired_url')
  url.uses += 1
  if (args['delete_original'] === true) return remove(state, url.message)
  const content = messageContent(args)
  if (args['replace_original'] === true && url.message) return replace(state, url.message, content)
  const isPublic = args['response_type'] === 'in_channel'
  const message = botMessage(state, {
    channel: url.channel,
    ...content,
    ...(typeof args['thread_ts'] === 'string' && { thread_ts: args['thread_ts'] }),
    ...(!isPublic && { ephemeralFor: url.userId }),
  })
  if (isPublic) state.messages.push(message)
  else state.ephemerals.push(message)
}

function remove(state: State, message: SandboxMessage | null): void {
  if (!message) throw new SlackError('message_not_found')
  state.messages = state.messages.filter((known) => known !== message)
  state.ephemerals = state.ephemerals.filter((known) => known !== message)
}

function replace(state: State, message: SandboxMessage, content: { text: string; blocks?: Block[] }): void {
  Object.assign(message, content, { edited: { user: message.user, ts: nextTs(state) } })
  if (!content.blocks) delete message.blocks
}
