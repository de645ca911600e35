import type { Method } from '../method.ts'
import { seenUser } from './seen-user.ts'

export const usersList: Method = {
  scope: 'users:read',
  perMinute: 20,
  run: (_, { state }) => ({
    members: state.users.map((user) => seenUser(user, state.scopes)),
    response_metadata: { next_cursor: '' },
  }),
}
