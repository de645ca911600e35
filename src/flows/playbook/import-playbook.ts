import { brokenRules } from '../../domain/playbook/playbook-rules.ts'
import type { PlaybookDocument } from '../../domain/playbook/playbook.ts'
import { reasonsGone } from '../../domain/playbook/rules/reasons.ts'
import { changesBetween, type Change } from './playbook-changes.ts'
import type { Deps } from '../../ports/deps.ts'
import { pathOf, type Problem } from './problems.ts'
import { readPlaybook } from './read-playbook.ts'
import { retryOnConflict } from '../errors/retry-on-conflict.ts'

export type ImportedPlaybook =
  | { ok: true; version: number; author: string; changes: Change[] }
  | { ok: false; problems: Problem[] }

/**
 * Puts an edited agreement in force as a new version with its author and says what it changes, or says everything that is
 * wrong with it. A playbook that says what the one in force says makes no new version.
 */
export async function importPlaybook(
  deps: Deps,
  { yaml, author }: { yaml: string; author: string },
): Promise<ImportedPlaybook> {
  const read = readPlaybook(yaml)
  if (!read.ok) return read
  return retryOnConflict(() => putInForce(deps, read.value, author))
}

async function putInForce(
  { db, now }: Deps,
  document: PlaybookDocument,
  author: string,
): Promise<ImportedPlaybook> {
  const current = await db.playbooks.current()
  const changes = changesBetween(current.document, document)
  if (changes.length === 0) return { ok: true, version: current.version, author: current.author, changes }
  const broken = [...brokenRules(document, now()), ...reasonsGone(document, current.document)]
  if (broken.length > 0)
    return { ok: false, problems: broken.map(({ path, remedy }) => ({ path: pathOf(path), remedy })) }
  const { version } = await db.playbooks.add(document, author, now())
  return { ok: true, version, author, changes }
}
