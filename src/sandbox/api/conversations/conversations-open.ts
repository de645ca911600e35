import { SlackError, needed, type Method } from '../method.ts'
import { directMessage } from '../chat/post.ts'

export const conversationsOpen: Method = {
  scope: 'im:write',
  perMinute: 50,
  run: (args, { state }) => {
    const channel = directMessage(state, needed(args, 'users', 'users_list_not_supplied'))
    if (!channel) throw new SlackError('user_not_found')
    return { channel: { id: channel.id } }
  },
}
