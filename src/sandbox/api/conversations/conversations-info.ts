import type { Method } from '../method.ts'
import { knownChannel, needScopeFor } from '../chat/post.ts'
import { seenChannel } from './seen-channel.ts'

export const conversationsInfo: Method = {
  scope: 'channels:read',
  perMinute: 50,
  run: (args, { state }) => {
    const channel = knownChannel(state, args)
    needScopeFor(channel, state, 'read')
    return { channel: seenChannel(channel) }
  },
}
