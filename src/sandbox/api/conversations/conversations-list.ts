import type { Method } from '../method.ts'
import { seenChannel } from './seen-channel.ts'

export const conversationsList: Method = {
  scope: 'channels:read',
  perMinute: 20,
  run: (_, { state }) => ({
    channels: state.channels.filter(({ id }) => id.startsWith('C')).map(seenChannel),
    response_metadata: { next_cursor: '' },
  }),
}
