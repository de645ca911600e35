import { nextTs, type SandboxMessage } from '../../workspace/state.ts'
import { botUserId } from '../../workspace/workspace.ts'
import { SlackError, needed, type Method } from '../method.ts'
import { messageContent, writableChannel } from './post.ts'

export const chatUpdate: Method = {
  scope: 'chat:write',
  perMinute: 50,
  run: (args, { state, changed }) => {
    const channel = writableChannel(state, args)
    const ts = needed(args, 'ts', 'message_not_found')
    const message = state.messages.find(channel.id, ts)
    if (!message) throw new SlackError('message_not_found')
    if (message.user !== botUserId) throw new SlackError('cant_update_message')
    const content = messageContent(args, state)
    message.text = content.text
    // As Slack does: text without blocks removes the blocks.
    if (content.blocks) message.blocks = content.blocks
    else delete message.blocks
    const metadata = args['metadata'] as SandboxMessage['metadata']
    if (metadata) message.metadata = metadata
    message.edited = { user: botUserId, ts: nextTs(state) }
    changed()
    return { channel: channel.id, ts, text: message.text, message }
  },
}
