import { readFile } from 'node:fs/promises'
import { parseDocument } from 'yaml'
import { z } from 'zod'
import { leadFields } from '../domain/lead-details.ts'
import { problemsOf } from '../flows/problems.ts'

const ownFields = ['external_id', 'qualified', 'test', 'score']
const fieldSchema = z
  .string()
  .refine(
    (field) => leadFields.includes(field) || ownFields.includes(field) || /^attributes\../.test(field),
    {
      message: `one of ${[...ownFields, ...leadFields].join(', ')}, or attributes.NAME`,
    },
  )
const columnSchema = z
  .union([
    fieldSchema.transform((field) => ({ field })),
    z.strictObject({ field: fieldSchema, values: z.record(z.string(), z.coerce.string()).optional() }),
  ])
  .transform((column): { field: string; values?: Record<string, string> | undefined } => column)

/** Which column of a CSV is which field of a lead. */
export const csvMapSchema = z.strictObject({
  /** The name of the source that all rows come from. */
  source: z.string().trim().min(1).max(100),
  columns: z.record(z.string().min(1), columnSchema),
  /** What every row says that does not say otherwise. */
  defaults: z.record(fieldSchema, z.union([z.string(), z.number(), z.boolean()])).default({}),
  /** Cells that mean "not answered"; an empty cell always does. */
  empty: z.array(z.string()).default([]),
})
export type CsvMap = z.infer<typeof csvMapSchema>

/** A mapping that can't be used; the message names every path and its remedy. */
export class CsvMapError extends Error {
  override name = 'CsvMapError'
}

/**
 * Reads a mapping from a YAML or JSON file.
 * @throws CsvMapError naming everything that is wrong with it
 */
export async function readMap(file: string): Promise<CsvMap> {
  const document = parseDocument(await readFile(file, 'utf8'))
  const broken = document.errors.map((error) => error.message)
  if (broken.length > 0) throw new CsvMapError(`${file} is not valid YAML:\n${broken.join('\n')}`)
  const parsed = csvMapSchema.safeParse(document.toJS())
  if (parsed.success) return parsed.data
  const lines = problemsOf(parsed.error, []).map(
    ({ path, remedy }) => `  ${path || '(whole file)'}: ${remedy}`,
  )
  throw new CsvMapError(`${file} can't be used as a mapping:\n${lines.join('\n')}`)
}
