import { SlackError, type Method } from '../method.ts'
import { seenUser } from './seen-user.ts'

export const usersInfo: Method = {
  scope: 'users:read',
  perMinute: 100,
  run: (args, { state }) => {
    const user = state.users.find((known) => known.id === args['user'])
    if (!user) throw new SlackError('user_not_found')
    return { user: seenUser(user, state.scopes) }
  },
}
