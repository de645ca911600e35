import { botUserId } from '../../workspace/workspace.ts'
import { SlackError, needed, type Method } from '../method.ts'
import { reactedMessage } from './reacted-message.ts'

export const reactionsRemove: Method = {
  scope: 'reactions:write',
  perMinute: 20,
  run: (args, { state, changed }) => {
    const message = reactedMessage(args, state)
    const name = needed(args, 'name', 'invalid_name')
    const known = message.reactions?.find((reaction) => reaction.name === name)
    if (!known?.users.includes(botUserId)) throw new SlackError('no_reaction')
    known.users.splice(known.users.indexOf(botUserId), 1)
    known.count -= 1
    message.reactions = message.reactions?.filter(({ count }) => count > 0) ?? []
    changed()
    return {}
  },
}
