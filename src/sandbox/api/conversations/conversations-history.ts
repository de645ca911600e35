import { isReply } from '../../workspace/messages.ts'
import type { Method } from '../method.ts'
import { pageOf } from './page-of.ts'
import { joinedChannel, needScopeFor } from '../chat/post.ts'

export const conversationsHistory: Method = {
  scope: 'channels:history',
  perMinute: 50,
  run: (args, { state }) => {
    const channel = joinedChannel(state, args)
    needScopeFor(channel, state, 'history')
    const all = state.messages.inChannel(channel.id)
    return pageOf(all.filter((message) => !isReply(message)).toReversed(), args)
  },
}
