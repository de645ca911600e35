import { botMessage, type SandboxMessage } from '../../workspace/state.ts'
import { SlackError, text, type Method } from '../method.ts'
import { messageContent, writableChannel } from './post.ts'

export const chatPostMessage: Method = {
  scope: 'chat:write',
  run: (args, { state, takePost, changed }) => {
    const channel = writableChannel(state, args)
    const thread = text(args, 'thread_ts')
    if (thread && !state.messages.find(channel.id, thread)) {
      throw new SlackError('thread_not_found')
    }
    const content = messageContent(args, state)
    takePost(channel.id)
    const metadata = args['metadata'] as SandboxMessage['metadata']
    const message = botMessage(state, {
      channel: channel.id,
      ...content,
      ...(thread && { thread_ts: thread }),
      ...(metadata && { metadata }),
    })
    state.messages.add(message)
    changed()
    return { channel: channel.id, ts: message.ts, message }
  },
}
