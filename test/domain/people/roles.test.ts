import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { defaultPlaybook } from '../../../prisma/seed.ts'
import { playbookSchema } from '../../../src/domain/playbook/playbook.ts'
import { readDocument } from '../../../src/flows/playbook/read-document.ts'

const problemsOf = (roles: object) => {
  const read = readDocument(stringify({ ...defaultPlaybook, roles }), playbookSchema)
  return read.ok ? [] : read.problems.map(({ path, remedy }) => `${path}: ${remedy}`)
}
const { sales: _, ...others } = defaultPlaybook.roles
const write = 'write anybody (every full member of the workspace), or name at least one of groups and users'

describe('a role', () => {
  it.each([
    ['anybody', 'nobody'],
    [{ groups: ['S0SALES'] }, { users: ['U0DAVID'] }],
    [
      { groups: [], users: ['W0ANNA'] },
      { groups: ['S0BOSSES'], users: [] },
    ],
  ])('may be %j, and of managers %j', (sales, managers) => {
    expect(problemsOf({ ...defaultPlaybook.roles, sales, managers })).toEqual([])
  })

  it.each([
    ['as it was exported before', { groups: [], users: [] }],
    ['empty', {}],
    ['nothing', null],
    ['everybody', 'everybody'],
    ['nobody', 'nobody'],
    ['a list', ['S0SALES']],
  ])('is refused with the words to write when it is %s', (__, sales) => {
    expect(problemsOf({ ...others, sales })).toEqual([`roles.sales: ${write}`])
  })

  it('is refused with the words to write when it is missing, and when it is misspelt', () => {
    expect(problemsOf(others)).toEqual([`roles.sales: is missing: ${write}`])
    expect(problemsOf({ ...others, sale: { groups: ['S0SALES'] } })).toEqual([
      `roles.sales: is missing: ${write}`,
      'roles.sale: there is no such key here; did you mean sales?',
    ])
    expect(problemsOf({ ...others, sales: { group: ['S0SALES'] } })).toEqual([
      'roles.sales.group: there is no such key here; did you mean groups?',
    ])
  })

  it('of managers can’t be anybody: no right begins with them', () => {
    for (const managers of ['anybody', { groups: [], users: [] }])
      expect(problemsOf({ ...defaultPlaybook.roles, managers })).toEqual([
        expect.stringMatching(
          /^roles\.managers: write nobody \(.*\), or name at least one of groups and users$/,
        ),
      ])
  })

  it('names ids of its kind', () => {
    expect(problemsOf({ ...others, sales: { groups: ['@sales'], users: ['Anna'] } })).toEqual([
      'roles.sales.groups[0]: a user group id such as S0123ABC',
      'roles.sales.users[0]: a user id such as U0123ABC',
    ])
  })
})
