import { isDeepStrictEqual } from 'node:util'
import { parseDocument } from 'yaml'
import { playbookSchema } from '../domain/playbook.ts'
import { problemsOf, type Problem } from './problems.ts'
import type { Deps } from './ports.ts'

export type ImportedPlaybook = { ok: true; version: number } | { ok: false; problems: Problem[] }

/**
 * Puts an edited agreement in force as a new version with its author, or says everything that is wrong with it.
 * A playbook that says what the one in force says makes no new version.
 */
export async function importPlaybook(
  deps: Deps,
  { yaml, author }: { yaml: string; author: string },
): Promise<ImportedPlaybook> {
  const source = readYaml(yaml)
  if (!source.ok) return source
  const parsed = playbookSchema.safeParse(source.value)
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) }
  const current = await deps.db.playbooks.current()
  if (isDeepStrictEqual(current.document, parsed.data)) return { ok: true, version: current.version }
  const { version } = await deps.db.playbooks.add(parsed.data, author, deps.now())
  return { ok: true, version }
}

function readYaml(yaml: string): { ok: true; value: unknown } | { ok: false; problems: Problem[] } {
  const document = parseDocument(yaml, { prettyErrors: true })
  const problems = document.errors.map((error) => ({
    path: `line ${error.linePos?.[0].line ?? 1}`,
    remedy: `not YAML: ${error.message.split('\n')[0] ?? error.code}`,
  }))
  return problems.length > 0 ? { ok: false, problems } : toValue(document)
}

function toValue(document: ReturnType<typeof parseDocument>): ReturnType<typeof readYaml> {
  try {
    return { ok: true, value: document.toJS() }
  } catch (error) {
    // Too many aliases: a small file that would unfold into a huge one.
    if (!(error instanceof ReferenceError)) throw error
    return { ok: false, problems: [{ path: '', remedy: `write it without aliases: ${error.message}` }] }
  }
}
