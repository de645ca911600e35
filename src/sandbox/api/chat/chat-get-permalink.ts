import { SlackError, needed, type Method } from '../method.ts'
import { joinedChannel } from './post.ts'

export const chatGetPermalink: Method = {
  perMinute: 100,
  run: (args, { state }) => {
    const { id } = joinedChannel(state, args)
    const ts = needed(args, 'message_ts', 'message_not_found')
    if (!state.messages.find(id, ts)) throw new SlackError('message_not_found')
    return { channel: id, permalink: `https://sandbox.example/archives/${id}/p${ts.replace('.', '')}` }
  },
}
