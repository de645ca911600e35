import type { Definition, DefinitionDocument } from '../domain/glossary/definition.ts'

export interface DefinitionStore {
  /** The newest version of each definition. */
  all(): Promise<Definition[]>
  add(document: DefinitionDocument, author: string, at: Date): Promise<void>
}
