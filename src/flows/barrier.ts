import { barrierTo, type RoleName } from '../domain/person.ts'
import type { PlaybookDocument } from '../domain/playbook.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Deps } from './ports.ts'

/** Those who decide on leads: sales, and their managers. */
export const deciders: RoleName[] = ['sales', 'managers']
/** Those who answer a digest: marketing, and who sets Baton up. */
export const improvers: RoleName[] = ['marketing', 'operations']
/** Those who may read a lead's e-mail and phone. */
export const readersOfContact: RoleName[] = ['sales', 'managers', 'marketing', 'operations']

/**
 * Why this person may not act in one of these roles. The first role decides whether the door is open to everybody:
 * once sales is named in the playbook, an empty list of managers lets nobody in.
 */
export async function barrierFor(
  deps: Deps,
  userId: string,
  anyOf: RoleName[],
): Promise<Extract<Refusal, { kind: 'not-allowed' }> | null> {
  const [person, playbook] = await Promise.all([deps.people.find(userId), deps.db.playbooks.current()])
  const { roles } = playbook.document
  const counting = anyOf.filter((role, index) => index === 0 || isNamed(roles[role]))
  const barrier = barrierTo(person, counting, roles)
  return barrier && { kind: 'not-allowed', barrier }
}

function isNamed(role: PlaybookDocument['roles'][RoleName]): boolean {
  return role.groups.length > 0 || role.users.length > 0
}
