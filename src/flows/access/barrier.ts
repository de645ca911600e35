import { barrierTo, type Right } from '../../domain/people/permissions.ts'
import type { Refusal } from '../../domain/handoff/refusal.ts'
import type { Deps } from '../../ports/deps.ts'

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
