import { botMessage } from '../../workspace/state.ts'
import { SlackError, needed, text, type Method } from '../method.ts'
import { messageContent, writableChannel } from './post.ts'

export const chatPostEphemeral: Method = {
  scope: 'chat:write',
  perMinute: 100,
  run: (args, { state, changed }) => {
    const channel = writableChannel(state, args)
    const user = needed(args, 'user', 'user_not_in_channel')
    if (!channel.members.includes(user)) throw new SlackError('user_not_in_channel')
    const thread = text(args, 'thread_ts')
    const message = botMessage(state, {
      ...{ channel: channel.id, ephemeralFor: user, ...messageContent(args, state) },
      ...(thread && { thread_ts: thread }),
    })
    state.ephemerals.add(message)
    changed()
    return { message_ts: message.ts }
  },
}
