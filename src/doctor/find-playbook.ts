import { defaultPlaybook } from '../../prisma/seed.ts'
import type { DatabaseView, OpenView } from '../db/inspect.ts'
import type { PlaybookDocument } from '../domain/playbook/playbook.ts'
import type { Problem } from '../flows/playbook/problems.ts'
import { readAgreement } from '../flows/playbook/read-agreement.ts'
import { UnreadableError } from '../flows/errors/unreadable-error.ts'

/** The agreement that the channels, roles and clocks are taken from. */
export type FoundPlaybook =
  | { state: 'found'; document: PlaybookDocument; from: string }
  | { state: 'invalid'; problems: Problem[]; from: string; isFile: boolean }
  /** There is none that could be read, and why. */
  | { state: 'unknown'; why: string }

/** A playbook as somebody wrote it, and what the file is called. */
export interface PlaybookFile {
  name: string
  yaml: string
}

/** The playbook of the file, or else the one in force, or else the one that the first start puts in force. */
export async function findPlaybook(
  file: PlaybookFile | undefined,
  database: () => Promise<DatabaseView>,
): Promise<FoundPlaybook> {
  if (file) return ofFile(file)
  const view = await database()
  switch (view.state) {
    case 'open':
      return inForce(view)
    case 'absent':
      return ofNew
    case 'in-use':
      return {
        state: 'unknown',
        why: 'it is in the database of the running Baton; if you have its file, give that with --playbook',
      }
    case 'away':
      return { state: 'unknown', why: 'it is in the database; see there' }
  }
}

const ofNew: FoundPlaybook = {
  ...{
    state: 'found',
    document: defaultPlaybook,
    from: 'the default one, which the first start puts in force',
  },
}

function ofFile({ name, yaml }: PlaybookFile): FoundPlaybook {
  const read = readAgreement(yaml)
  if (!read.ok) return { state: 'invalid', problems: read.problems, from: name, isFile: true }
  const { playbook } = read.value
  return playbook
    ? { state: 'found', document: playbook, from: name }
    : { state: 'unknown', why: `${name} holds no playbook` }
}

async function inForce({ db, migrations, hasPlaybook }: OpenView): Promise<FoundPlaybook> {
  if (migrations.applied.length === 0) return ofNew
  if (migrations.missing.length > 0)
    return { state: 'unknown', why: 'it can be read when the migrations are applied' }
  if (!(await hasPlaybook())) return ofNew
  try {
    const { version, author, document } = await db.playbooks.current()
    return { state: 'found', document, from: `version ${version}, by ${author}` }
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error
    return { state: 'invalid', problems: error.problems, from: error.row, isFile: false }
  }
}
