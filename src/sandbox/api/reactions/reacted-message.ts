import type { SandboxMessage, State } from '../../workspace/state.ts'
import { SlackError, needed, type Args } from '../method.ts'
import { joinedChannel } from '../chat/post.ts'

/** The message that a reaction is about. */
export function reactedMessage(args: Args, state: State): SandboxMessage {
  const message = state.messages.find(
    joinedChannel(state, args).id,
    needed(args, 'timestamp', 'no_item_specified'),
  )
  if (!message) throw new SlackError('message_not_found')
  message.reactions ??= []
  return message
}
