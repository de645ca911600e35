import { isReply } from '../messages.ts'
import type { Method } from './method.ts'
import { pageOf } from './page-of.ts'
import { joinedChannel } from './post.ts'

export const conversationsHistory: Method = {
  scope: 'channels:history',
  perMinute: 50,
  run: (args, { state }) => {
    const all = state.messages.inChannel(joinedChannel(state, args).id)
    return pageOf(all.filter((message) => !isReply(message)).toReversed(), args)
  },
}
