import type { Language } from './language.ts'
import type { Roles } from './playbook.ts'

/** Somebody in Slack, as the bot sees them. */
export interface Person {
  id: string
  name: string
  language: Language
  /** IANA zone, such as `Europe/Berlin`. */
  zone: string
  kind: 'member' | 'guest' | 'bot' | 'deleted' | 'stranger'
  isAdmin: boolean
  /** Ids of the Slack user groups the person is in. */
  groups: string[]
}

export const roleNames = ['sales', 'marketing', 'managers', 'operations'] as const
export type RoleName = (typeof roleNames)[number]

/** Why somebody may not do a thing; worded kindly by the surface. */
export type Barrier = 'guest' | 'stranger' | 'bot' | 'deleted' | 'role'

/**
 * What keeps a person from acting in one of the named roles, `null` when nothing does.
 * A role with neither groups nor users is open to every full member of the workspace.
 */
export function barrierTo(person: Person, anyOf: RoleName[], roles: Roles): Barrier | null {
  if (person.kind !== 'member') return person.kind
  return anyOf.some((role) => holds(person, roles[role])) ? null : 'role'
}

function holds(person: Person, role: { groups: string[]; users: string[] }): boolean {
  if (role.groups.length === 0 && role.users.length === 0) return true
  return role.users.includes(person.id) || role.groups.some((group) => person.groups.includes(group))
}
