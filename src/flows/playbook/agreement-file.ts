import { z } from 'zod'
import { definitionSchema } from '../../domain/glossary/definition.ts'
import { personaSchema } from '../../domain/glossary/persona.ts'
import { playbookSchema } from '../../domain/playbook/playbook.ts'
import { slugSchema } from '../../domain/text/slug.ts'

/** The first format was the playbook alone, without the version it was based on. */
export const fileFormat = 2

const versionSchema = z.number().int().min(1)
const versionsSchema = z.record(slugSchema, versionSchema).default({})

/** Everything both teams agreed on, as a file that people edit. What is left out of it stays as it is. */
export const agreementSchema = z.strictObject({
  format: z.literal(fileFormat),
  /** The versions that were exported; what is new has none. */
  basedOn: z.strictObject({
    playbook: versionSchema.optional(),
    personas: versionsSchema,
    definitions: versionsSchema,
  }),
  playbook: playbookSchema.optional(),
  personas: z.array(personaSchema).default([]),
  definitions: z.array(definitionSchema).default([]),
})
export type AgreementFile = z.infer<typeof agreementSchema>
