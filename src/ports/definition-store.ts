import type { Definition, DefinitionDocument } from '../domain/glossary/definition.ts'
import type { NewVersion } from './new-version.ts'

export interface DefinitionStore {
  /** The newest version of each definition by its key, without reading it. */
  versions(): Promise<Map<string, number>>
  /**
   * The newest version of each definition.
   * @throws UnreadableError when one of them can't be read
   */
  all(): Promise<Definition[]>
  /** @throws OutdatedError when the version it is based on is not the newest one */
  add(document: DefinitionDocument, version: NewVersion): Promise<void>
}
