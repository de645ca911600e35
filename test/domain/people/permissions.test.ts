import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { barrierTo, permissions } from '../../../src/domain/people/permissions.ts'
import type { Person } from '../../../src/domain/people/person.ts'
import { defaultPlaybook } from '../../../prisma/seed.ts'

const anna: Person = {
  ...{ id: 'U0ANNA', name: 'Anna', language: 'en', zone: 'UTC', kind: 'member', isAdmin: false },
  groups: ['S0SALES'],
}
const open = defaultPlaybook.roles
const sales = { groups: ['S0SALES'], users: ['U0BEN'] }

describe('who may do what', () => {
  it('is what docs/domain.md says', () => {
    const [, section = ''] = readFileSync('docs/domain.md', 'utf8').split('### Who may do what')
    const [table = ''] = section.trim().split('\n\n')
    const rows = table.split('\n').slice(2)
    const listed = (names: readonly string[]) => names.join(', ') || 'any'
    expect(rows).toEqual(
      Object.entries(permissions).map(
        ([right, { kinds, roles }]) => `| ${right} | ${listed(kinds)} | ${listed(roles)} |`,
      ),
    )
  })

  it('is open to every full member, and to nobody else, while the roles say anybody', () => {
    expect(barrierTo({ ...anna, groups: [] }, 'accept', open)).toBeNull()
    expect(barrierTo({ ...anna, kind: 'guest' }, 'accept', open)).toBe('guest')
  })

  it('is open to named people and to members of named groups, once there are any', () => {
    const roles = { ...open, sales }
    expect(barrierTo(anna, 'accept', roles)).toBeNull()
    expect(barrierTo({ ...anna, id: 'U0BEN', groups: [] }, 'accept', roles)).toBeNull()
    expect(barrierTo({ ...anna, groups: [] }, 'accept', roles)).toBe('role')
  })

  it('does not ask whether somebody is an admin', () => {
    expect(barrierTo({ ...anna, groups: [], isAdmin: true }, 'accept', { ...open, sales })).toBe('role')
  })
})
