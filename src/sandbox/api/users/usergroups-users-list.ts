import { SlackError, type Method } from '../method.ts'

export const usergroupsUsersList: Method = {
  scope: 'usergroups:read',
  perMinute: 20,
  run: (args, { state }) => {
    const group = state.groups.find((known) => known.id === args['usergroup'])
    if (!group) throw new SlackError('no_such_subteam')
    return { users: group.users }
  },
}
