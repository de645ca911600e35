import type { Person } from '../../../src/domain/people/person.ts'
import type { Roles } from '../../../src/domain/people/roles.ts'
import type { Deps } from '../../../src/ports/deps.ts'
import { kinds, type KindName } from '../../support/cast.ts'

/** One of each kind, and their ids in Slack. */
export const castIds: [KindName, string][] = Object.keys(kinds).map((kind, index) => [
  // The keys of `kinds` are its names.
  kind as KindName,
  `U0CAST${index}`,
])

/** The playbook's roles, with all in them who hold one. */
export function rolesOf(): Roles {
  const held = (role: keyof Roles) => ({
    groups: [],
    users: castIds.flatMap(([kind, id]) => (rolesHeld(kind).includes(role) ? id : [])),
  })
  return {
    sales: held('sales'),
    marketing: held('marketing'),
    managers: held('managers'),
    operations: held('operations'),
  }
}

function rolesHeld(kind: KindName): readonly (keyof Roles)[] {
  const known = kinds[kind]
  return 'roles' in known ? known.roles : []
}

/** Those people as Slack tells of them. */
export function peopleOf(): Deps['people'] {
  const all = castIds.map(([kind, id]): Person => {
    const { told } = kinds[kind]
    const isAdmin = kind === 'admin without a role' || kind === 'somebody deactivated'
    const person = { id, name: kind, language: null, zone: null, isAdmin, groups: [] }
    return { ...person, kind: told === 'role' ? 'member' : told }
  })
  return {
    find: async (userId) => {
      const found = all.find(({ id }) => id === userId)
      if (!found) throw new Error(`nobody is called ${userId}`)
      return found
    },
    holders: async ({ users }) => users,
  }
}

/** The same deps, and what was called in their stores; but for the playbook, which says who may. */
export function watched(deps: Deps): { deps: Deps; touched: string[] } {
  const touched: string[] = []
  return { deps: { ...deps, db: seenThrough(deps.db, 'db', touched) }, touched }
}

function seenThrough<T extends object>(target: T, path: string, touched: string[]): T {
  return new Proxy(target, {
    get: (stores, name) => {
      const member: unknown = Reflect.get(stores, name)
      const full = `${path}.${String(name)}`
      if (typeof member === 'object' && member !== null) return seenThrough(member, full, touched)
      if (typeof member !== 'function' || full === 'db.playbooks.current') return member
      touched.push(full)
      return member.bind(stores)
    },
  })
}
