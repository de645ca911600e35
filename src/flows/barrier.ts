import { barrierTo, type Right } from '../domain/permissions.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Deps } from './ports.ts'

/** Why this person may not do that, by what Slack and the playbook say of them now; never by what a click says. */
export async function barrierFor(
  deps: Deps,
  userId: string,
  right: Right,
): Promise<Extract<Refusal, { kind: 'not-allowed' }> | null> {
  const [person, playbook] = await Promise.all([deps.people.find(userId), deps.db.playbooks.current()])
  const barrier = barrierTo(person, right, playbook.document.roles)
  return barrier && { kind: 'not-allowed', barrier }
}
