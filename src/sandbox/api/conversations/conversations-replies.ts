import { SlackError, needed, type Method } from '../method.ts'
import { pageOf } from './page-of.ts'
import { joinedChannel, needScopeFor } from '../chat/post.ts'

export const conversationsReplies: Method = {
  scope: 'channels:history',
  perMinute: 50,
  run: (args, { state }) => {
    const channel = joinedChannel(state, args)
    needScopeFor(channel, state, 'history')
    const thread = state.messages.thread(channel.id, needed(args, 'ts', 'thread_not_found'))
    if (thread.length === 0) throw new SlackError('thread_not_found')
    return pageOf(thread, args)
  },
}
