import type { Logger } from 'pino'
import { openRoles } from '../domain/people/roles.ts'
import type { Database } from '../ports/database.ts'

/** Says at each start which roles every member has: the playbook may have been written long ago, and by somebody else. */
export async function tellOpenRoles({ playbooks }: Pick<Database, 'playbooks'>, log: Logger): Promise<void> {
  const { version, document } = await playbooks.current()
  const roles = openRoles(document.roles)
  if (roles.length === 0) return
  log.info({ roles, playbook: version }, `anybody in the workspace may do what these do: ${roles.join(', ')}`)
}
