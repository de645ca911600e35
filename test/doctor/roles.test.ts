import { describe } from 'vitest'
import type { PlaybookDocument } from '../../src/domain/playbook/playbook.ts'
import { botUserId } from '../../src/sandbox/workspace/workspace.ts'
import { without, tells } from './slack-table.ts'

const role = (changes: { groups?: string[]; users?: string[] }) => ({ groups: [], users: [], ...changes })
const rolesWith = (sales: PlaybookDocument['roles']['sales']): Partial<PlaybookDocument> => ({
  roles: { sales, marketing: 'anybody', managers: role({ users: ['U0DAVID'] }), operations: 'anybody' },
})

describe('the doctor looks at the roles', () => {
  tells([
    {
      when: 'nobody is named',
      says: /^ok \| roles \| anybody is sales, marketing, operations: every member/,
    },
    {
      when: 'a group and a person are there',
      playbook: rolesWith(role({ groups: ['S0SALES'] })),
      says: /^ok \| roles \| 1 group and 1 person are there/,
    },
    {
      when: 'a group is unknown',
      playbook: rolesWith(role({ groups: ['S0NOBODY'] })),
      says: /^problem \| roles \| the user group S0NOBODY does not exist/,
    },
    {
      when: 'a group is disabled',
      arrange: ({ state }) => Object.assign(state.groups[0] ?? {}, { date_delete: 1_700_000_000 }),
      playbook: rolesWith(role({ groups: ['S0SALES'] })),
      says: /^problem \| roles \| the user group @sales \(S0SALES\) is disabled/,
    },
    {
      when: 'a group is empty',
      arrange: ({ state }) => Object.assign(state.groups[0] ?? {}, { users: [] }),
      playbook: rolesWith(role({ groups: ['S0SALES'] })),
      says: /^problem \| roles \| the user group @sales \(S0SALES\) has no members/,
    },
    {
      when: 'groups can’t be read',
      arrange: ({ state }) => without(state, 'usergroups:read'),
      playbook: rolesWith(role({ groups: ['S0SALES'] })),
      says: /^problem \| roles \| user groups can’t be read \(missing_scope\)/,
    },
    {
      when: 'a person is unknown',
      playbook: rolesWith(role({ users: ['U0NOBODY'] })),
      says: /^problem \| roles \| U0NOBODY is nobody of this workspace/,
    },
    {
      when: 'people can’t be read: the id may be right',
      arrange: ({ state }) => without(state, 'users:read'),
      playbook: rolesWith(role({ users: ['U0ANNA'] })),
      says: /^problem \| roles \| U0ANNA can’t be looked up \(missing_scope\) \| Add users:read/,
    },
    {
      when: 'a person is a guest',
      playbook: rolesWith(role({ users: ['U0GUEST'] })),
      says: /^warning \| roles \| Gus \(U0GUEST\) is a guest, and can’t act/,
    },
    {
      when: 'a person is of elsewhere',
      playbook: rolesWith(role({ users: ['U0STRANGER'] })),
      says: /^warning \| roles \| Sam \(U0STRANGER\) is of another organisation/,
    },
    {
      when: 'a person is an app',
      playbook: rolesWith(role({ users: [botUserId] })),
      says: /^warning \| roles \| Baton \(U0BATON\) is an app/,
    },
    {
      when: 'a person has left',
      arrange: ({ state }) =>
        Object.assign(state.users.find(({ id }) => id === 'U0BEN') ?? {}, { deleted: true }),
      playbook: rolesWith(role({ users: ['U0BEN'] })),
      says: /^warning \| roles \| Ben \(U0BEN\) was deactivated/,
    },
  ])
})
