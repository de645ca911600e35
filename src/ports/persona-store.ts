import type { Persona, PersonaDocument } from '../domain/glossary/persona.ts'

export interface PersonaStore {
  /** The newest version of each persona. */
  all(): Promise<Persona[]>
  add(document: PersonaDocument, author: string, at: Date): Promise<void>
}
