import type { Method } from '../method.ts'
import { knownChannel } from '../chat/post.ts'

export const conversationsMembers: Method = {
  scope: 'channels:read',
  perMinute: 100,
  run: (args, { state }) => ({
    members: knownChannel(state, args).members,
    response_metadata: { next_cursor: '' },
  }),
}
