import { isDeepStrictEqual } from 'node:util'
import type { Problem } from './problems.ts'
import type { Deps } from './ports.ts'
import { readPlaybook } from './read-playbook.ts'

export type ImportedPlaybook = { ok: true; version: number } | { ok: false; problems: Problem[] }

/**
 * Puts an edited agreement in force as a new version with its author, or says everything that is wrong with it.
 * A playbook that says what the one in force says makes no new version.
 */
export async function importPlaybook(
  deps: Deps,
  { yaml, author }: { yaml: string; author: string },
): Promise<ImportedPlaybook> {
  const read = readPlaybook(yaml)
  if (!read.ok) return read
  const current = await deps.db.playbooks.current()
  if (isDeepStrictEqual(current.document, read.value)) return { ok: true, version: current.version }
  const { version } = await deps.db.playbooks.add(read.value, author, deps.now())
  return { ok: true, version }
}
