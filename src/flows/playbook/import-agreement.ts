import type { Deps } from '../../ports/deps.ts'
import type { ByOperator } from '../access/operator.ts'
import { retryOnConflict } from '../errors/retry-on-conflict.ts'
import type { AgreementFile } from './agreement-file.ts'
import { changedParts } from './changed-parts.ts'
import type { Change } from './playbook-changes.ts'
import type { Problem } from './problems.ts'
import { readAgreement } from './read-agreement.ts'

export type ImportedAgreement =
  /** Each new version by its place in the file; none where the file says what is in force. */
  | { ok: true; versions: { place: string; version: number }[]; changes: Change[] }
  | { ok: false; problems: Problem[] }

/**
 * Puts an edited agreement in force, all of it or nothing: a new version, with its author, of each document that it changes.
 * Or says everything that is wrong with it, which documents somebody else changed since it was exported included.
 */
export async function importAgreement(
  deps: ByOperator,
  { yaml, author }: { yaml: string; author: string },
): Promise<ImportedAgreement> {
  const read = readAgreement(yaml)
  if (!read.ok) return read
  return retryOnConflict(() => putInForce(deps, read.value, author))
}

async function putInForce(deps: Deps, file: AgreementFile, author: string): Promise<ImportedAgreement> {
  const parts = await changedParts(deps, file)
  const problems = parts.flatMap((part) => part.problems)
  if (problems.length > 0) return { ok: false, problems }
  const at = deps.now()
  await deps.db.transaction(async (stores) => {
    for (const { add, basedOn } of parts) await add(stores, { author, basedOn, at })
  })
  const versions = parts.map(({ place, basedOn }) => ({ place, version: basedOn + 1 }))
  return { ok: true, versions, changes: parts.flatMap(({ changes }) => changes) }
}
