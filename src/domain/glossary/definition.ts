import { z } from 'zod'
import { localizedSchema } from '../text/language.ts'

/** A word both teams agreed on, such as MQL, with the clauses a rejection can cite. */
export const definitionSchema = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
  term: localizedSchema,
  aliases: z.array(z.string()).default([]),
  meaning: localizedSchema,
  clauses: z.array(localizedSchema).default([]),
  signedOffBy: z.strictObject({ marketing: z.string().optional(), sales: z.string().optional() }).default({}),
})
export type DefinitionDocument = z.infer<typeof definitionSchema>
export type Definition = DefinitionDocument & { version: number; since: Date }
