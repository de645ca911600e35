import type { Person, RoleName } from './person.ts'
import { namedIn, type Named, type Roles } from './roles.ts'

interface Permission {
  kinds: Person['kind'][]
  /** One of these roles is needed; with none, the kind is enough. */
  roles: RoleName[]
}

const sales: RoleName[] = ['sales', 'managers']
const improvers: RoleName[] = ['marketing', 'operations']
const everyRole: RoleName[] = ['sales', 'managers', 'marketing', 'operations']
const members = { kinds: ['member'] } satisfies Partial<Permission>

/**
 * Who may do what; docs/domain.md shows the same table. What changes anything, and what holds leads' data or figures,
 * is for full members of the workspace alone. An admin of Slack has no right here that comes with being one.
 */
export const permissions = {
  accept: { ...members, roles: sales },
  reject: { ...members, roles: sales },
  /** And only of a lead that this person accepted. */
  praise: { ...members, roles: sales },
  'show-contact': { ...members, roles: everyRole },
  'find-leads': { ...members, roles: everyRole },
  'explain-number': { ...members, roles: everyRole },
  'answer-digest': { ...members, roles: improvers },
  'send-again': { ...members, roles: ['operations'] },
  'read-digest': { ...members, roles: [] },
  'share-to-channel': { ...members, roles: [] },
  /** Personas and definitions: how we sell, and nobody's data. */
  'look-up': { kinds: ['member', 'guest'], roles: [] },
} as const satisfies Record<string, Permission>

export type Right = keyof typeof permissions

/** Why somebody may not do a thing; worded kindly by the surface. */
export type Barrier = 'guest' | 'stranger' | 'bot' | 'deleted' | 'role'

/**
 * What keeps a person from this, `null` when nothing does. A role that is open to anybody opens what is its own, where it
 * is the first of its row: once sales is named, nobody comes in by being anybody in operations.
 */
export function barrierTo(person: Person, right: Right, roles: Roles): Barrier | null {
  const { kinds, roles: anyOf }: Permission = permissions[right]
  if (!kinds.includes(person.kind)) return person.kind === 'member' ? 'role' : person.kind
  if (anyOf.length === 0) return null
  const opens = (name: RoleName, index: number) =>
    roles[name] === 'anybody' ? index === 0 : holds(person, namedIn(roles[name]))
  return anyOf.some(opens) ? null : 'role'
}

function holds({ id, groups }: Person, named: Named): boolean {
  return named.users.includes(id) || named.groups.some((group) => groups.includes(group))
}
