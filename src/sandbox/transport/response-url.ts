import type { Block } from '../limits/block-types.ts'
import { SlackError, type Args } from '../api/method.ts'
import { messageContent } from '../api/chat/post.ts'
import { botMessage, nextTs, type SandboxMessage, type State } from '../workspace/state.ts'

const mostUses = 5

/** What the bot sends to a response_url: an answer in the channel or to one person, or a change of the message. */
export function respond(state: State, id: string, args: Args): void {
  const url = state.responseUrls.get(id)
  if (!url || url.uses >= mostUses) throw new SlackError('used_url')
  if (url.expiresAt < state.now().getTime()) throw new SlackError('expired_url')
  url.uses += 1
  if (args['delete_original'] === true) return remove(state, url.message)
  if (args['replace_original'] === true && url.message) {
    return replace(state, url.message, messageContent(args, state))
  }
  showResponse(state, url, args)
}

/** Shows what the bot answers to one person, or to the channel where it wants that. @throws SlackError */
export function showResponse(state: State, to: { channel: string; userId: string }, args: Args): void {
  const isPublic = args['response_type'] === 'in_channel'
  const message = botMessage(state, {
    channel: to.channel,
    ...messageContent(args, state),
    ...(typeof args['thread_ts'] === 'string' && { thread_ts: args['thread_ts'] }),
    ...(!isPublic && { ephemeralFor: to.userId }),
  })
  if (isPublic) state.messages.add(message)
  else state.ephemerals.add(message)
}

function remove(state: State, message: SandboxMessage | null): void {
  if (!message) throw new SlackError('message_not_found')
  state.messages.remove(message)
  state.ephemerals.remove(message)
}

function replace(state: State, message: SandboxMessage, content: { text: string; blocks?: Block[] }): void {
  Object.assign(message, content, { edited: { user: message.user, ts: nextTs(state) } })
  if (!content.blocks) delete message.blocks
}
