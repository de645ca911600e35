import type { Playbook, PlaybookDocument } from '../domain/playbook/playbook.ts'
import type { NewVersion } from './new-version.ts'

export interface PlaybookStore {
  /** The version in force, without reading it; 0 when there is none. */
  version(): Promise<number>
  /**
   * @throws Error when no playbook has been seeded
   * @throws UnreadableError when the version in force can't be read
   */
  current(): Promise<Playbook>
  /** @throws OutdatedError when the version it is based on is not the one in force */
  add(document: PlaybookDocument, version: NewVersion): Promise<void>
}
