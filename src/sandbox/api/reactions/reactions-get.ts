import type { Method } from '../method.ts'
import { seenMessage } from '../conversations/page-of.ts'
import { reactedMessage } from './reacted-message.ts'

export const reactionsGet: Method = {
  scope: 'reactions:read',
  perMinute: 50,
  run: (args, { state }) => {
    const message = reactedMessage(args, state)
    return { type: 'message', channel: message.channel, message: seenMessage(message, false) }
  },
}
