import type { Method } from '../method.ts'

export const usergroupsList: Method = {
  scope: 'usergroups:read',
  perMinute: 20,
  run: (args, { state }) => ({
    usergroups: state.groups
      .filter((group) => isTrue(args['include_disabled']) || !group.date_delete)
      .map(({ users, ...group }) => ({
        ...{ date_delete: 0, ...group, name: group.handle },
        ...(isTrue(args['include_users']) && { users }),
      })),
  }),
}

const isTrue = (flag: unknown) => String(flag) === 'true'
