import type { Method } from './method.ts'

export const usergroupsList: Method = {
  scope: 'usergroups:read',
  perMinute: 20,
  run: (_, { state }) => ({ usergroups: state.groups.map((group) => ({ ...group, name: group.handle })) }),
}
