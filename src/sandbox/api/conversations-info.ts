import type { Method } from './method.ts'
import { knownChannel } from './post.ts'
import { seenChannel } from './seen-channel.ts'

export const conversationsInfo: Method = {
  scope: 'channels:read',
  perMinute: 50,
  run: (args, { state }) => ({ channel: seenChannel(knownChannel(state, args)) }),
}
