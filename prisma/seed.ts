import type { DefinitionDocument } from '../src/domain/glossary/definition.ts'
import type { PersonaDocument } from '../src/domain/glossary/persona.ts'
import { ConflictError } from '../src/ports/conflict-error.ts'
import type { Stores } from '../src/ports/database.ts'
import { measureDefinitions, outcomeDefinitions, stageDefinitions } from './seed/definitions.ts'
import { itLead } from './seed/persona-it-lead.ts'
import { learner } from './seed/persona-learner.ts'
import { revopsLead } from './seed/persona-revops-lead.ts'
import { salesLeader } from './seed/persona-sales-leader.ts'
import { defaultPlaybook } from './seed/playbook.ts'

export { defaultPlaybook }
export const defaultPersonas: PersonaDocument[] = [revopsLead, salesLeader, itLead, learner]
export const defaultDefinitions: DefinitionDocument[] = [
  ...stageDefinitions,
  ...outcomeDefinitions,
  ...measureDefinitions,
]

/** Whose name stands under the versions that nobody has changed yet. */
export const seedAuthor = 'Baton'

/**
 * Adds what a new workspace starts with and leaves alone what is there, so it may run at every start. Not inside a
 * transaction: when another instance adds the same thing first, that is fine, and PostgreSQL would abort the rest.
 */
export async function seed(stores: Stores, at: Date): Promise<void> {
  const version = { author: seedAuthor, basedOn: 0, at }
  if ((await stores.playbooks.version()) === 0)
    await stores.playbooks.add(defaultPlaybook, version).catch(unlessConflict)
  for (const persona of missing(defaultPersonas, await stores.personas.versions()))
    await stores.personas.add(persona, version).catch(unlessConflict)
  for (const definition of missing(defaultDefinitions, await stores.definitions.versions()))
    await stores.definitions.add(definition, version).catch(unlessConflict)
}

const missing = <T extends { key: string }>(wanted: T[], present: Map<string, number>): T[] =>
  wanted.filter(({ key }) => !present.has(key))

function unlessConflict(error: unknown): void {
  if (!(error instanceof ConflictError)) throw error
}
