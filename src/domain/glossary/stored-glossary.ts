import type { Stored } from '../document/stored.ts'
import { definitionSchema, type DefinitionDocument } from './definition.ts'
import { withoutItsVersion } from './lift/1-to-2.ts'
import { personaSchema, type PersonaDocument } from './persona.ts'

const lifts = [withoutItsVersion]

export const storedPersona: Stored<PersonaDocument> = { schema: personaSchema, lifts }
export const storedDefinition: Stored<DefinitionDocument> = { schema: definitionSchema, lifts }
