import { botUserId } from '../../workspace/workspace.ts'
import { SlackError, needed, type Method } from '../method.ts'
import { writableChannel } from './post.ts'

export const chatDelete: Method = {
  scope: 'chat:write',
  perMinute: 50,
  run: (args, { state, changed }) => {
    const channel = writableChannel(state, args)
    const message = state.messages.find(channel.id, needed(args, 'ts', 'message_not_found'))
    if (!message) throw new SlackError('message_not_found')
    if (message.user !== botUserId) throw new SlackError('cant_delete_message')
    state.messages.remove(message)
    changed()
    return { channel: channel.id, ts: message.ts }
  },
}
