import { SlackError, type Method } from './method.ts'

const seen = ({ real_name, ...user }: { real_name: string; name: string }) => ({
  ...user,
  real_name,
  profile: { real_name, display_name: real_name.split(' ')[0] },
})

export const usersInfo: Method = {
  scope: 'users:read',
  perMinute: 100,
  run: (args, { state }) => {
    const user = state.users.find((known) => known.id === args['user'])
    if (!user) throw new SlackError('user_not_found')
    return { user: seen(user) }
  },
}

export const usersList: Method = {
  scope: 'users:read',
  perMinute: 20,
  run: (_, { state }) => ({ members: state.users.map(seen), response_metadata: { next_cursor: '' } }),
}
