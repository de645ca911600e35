import type { Persona, PersonaDocument } from '../domain/glossary/persona.ts'
import type { NewVersion } from './new-version.ts'

export interface PersonaStore {
  /** The newest version of each persona by its key, without reading it. */
  versions(): Promise<Map<string, number>>
  /**
   * The newest version of each persona.
   * @throws UnreadableError when one of them can't be read
   */
  all(): Promise<Persona[]>
  /** @throws OutdatedError when the version it is based on is not the newest one */
  add(document: PersonaDocument, version: NewVersion): Promise<void>
}
