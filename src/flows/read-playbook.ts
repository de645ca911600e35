import { parseDocument } from 'yaml'
import { playbookSchema, type PlaybookDocument } from '../domain/playbook.ts'
import { problemsOf, type Problem } from './problems.ts'

export type ReadPlaybook = { ok: true; document: PlaybookDocument } | { ok: false; problems: Problem[] }

/** An agreement as somebody wrote it in YAML, or everything that is wrong with it. */
export function readPlaybook(yaml: string): ReadPlaybook {
  const source = readYaml(yaml)
  if (!source.ok) return source
  const parsed = playbookSchema.safeParse(source.value)
  return parsed.success
    ? { ok: true, document: parsed.data }
    : { ok: false, problems: problemsOf(parsed.error) }
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
