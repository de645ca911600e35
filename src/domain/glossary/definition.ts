import { z } from 'zod'
import { localizedSchema } from '../text/language.ts'
import { slugSchema } from '../text/slug.ts'

/** A word both teams agreed on, such as MQL, with the clauses a rejection can cite. */
export const definitionSchema = z.strictObject({
  key: slugSchema,
  term: localizedSchema,
  aliases: z.array(z.string()).default([]),
  meaning: localizedSchema,
  clauses: z.array(localizedSchema).default([]),
  /** A word that nobody shall use any more: kept, and neither listed nor found. */
  retired: z.boolean().default(false),
  signedOffBy: z.strictObject({ marketing: z.string().optional(), sales: z.string().optional() }).default({}),
})
export type DefinitionDocument = z.infer<typeof definitionSchema>
export type Definition = DefinitionDocument & { version: number; since: Date }

/** What was agreed on of a definition, without which version that is. */
export const definitionDocument = (definition: Definition): DefinitionDocument =>
  definitionSchema.strip().parse(definition)
