import { SlackError, needed, type Method } from '../method.ts'
import { seenUser } from './seen-user.ts'

export const usersLookupByEmail: Method = {
  scope: 'users:read.email',
  perMinute: 50,
  run: (args, { state }) => {
    const email = needed(args, 'email', 'users_not_found').toLowerCase()
    const user = state.users.find((known) => known.email === email && !known.deleted)
    if (!user) throw new SlackError('users_not_found')
    return { user: seenUser(user, state.scopes) }
  },
}
