import type { Playbook, PlaybookDocument } from '../domain/playbook/playbook.ts'

export interface PlaybookStore {
  /** @throws Error when no playbook has been seeded */
  current(): Promise<Playbook>
  add(document: PlaybookDocument, author: string, at: Date): Promise<Playbook>
}
