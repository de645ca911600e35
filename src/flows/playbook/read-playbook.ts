import { playbookSchema, type PlaybookDocument } from '../../domain/playbook/playbook.ts'
import { readDocument } from './read-document.ts'
import type { ReadDocument } from './read-yaml.ts'

/** An agreement as somebody wrote it in YAML, or everything that is wrong with it. */
export const readPlaybook = (yaml: string): ReadDocument<PlaybookDocument> =>
  readDocument(yaml, playbookSchema)
