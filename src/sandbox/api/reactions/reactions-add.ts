import { botUserId } from '../../workspace/workspace.ts'
import { SlackError, needed, type Method } from '../method.ts'
import { reactedMessage } from './reacted-message.ts'

export const reactionsAdd: Method = {
  scope: 'reactions:write',
  perMinute: 50,
  run: (args, { state, changed }) => {
    const { reactions = [] } = reactedMessage(args, state)
    const name = needed(args, 'name', 'invalid_name')
    const known = reactions.find((reaction) => reaction.name === name)
    if (known?.users.includes(botUserId)) throw new SlackError('already_reacted')
    if (known) {
      known.users.push(botUserId)
      known.count += 1
    } else reactions.push({ name, users: [botUserId], count: 1 })
    changed()
    return {}
  },
}
