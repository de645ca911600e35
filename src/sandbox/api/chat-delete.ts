import { botUserId } from '../workspace.ts'
import { SlackError, type Method } from './method.ts'
import { writableChannel } from './post.ts'

export const chatDelete: Method = {
  scope: 'chat:write',
  perMinute: 50,
  run: (args, { state, changed }) => {
    const channel = writableChannel(state, args)
    const at = state.messages.findIndex((known) => known.channel === channel.id && known.ts === args['ts'])
    const message = state.messages[at]
    if (!message) throw new SlackError('message_not_found')
    if (message.user !== botUserId) throw new SlackError('cant_delete_message')
    state.messages.splice(at, 1)
    changed()
    return { channel: channel.id, ts: message.ts }
  },
}
