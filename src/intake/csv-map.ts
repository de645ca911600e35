import { z } from 'zod'
import { unknownField } from '../domain/lead/lead-field.ts'
import { problemLines } from '../flows/playbook/problems.ts'
import { readDocument } from '../flows/playbook/read-document.ts'

const ownFields = ['external_id', 'qualified', 'asks_again', 'test', 'score']
const fieldSchema = z.string().check(({ value, issues }) => {
  const message = unknownField(value, ownFields)
  if (message !== null) issues.push({ code: 'custom', input: value, message })
})
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
 * What somebody wrote as a mapping, in YAML or JSON.
 * @throws CsvMapError naming everything that is wrong with it
 */
export function readMap(text: string, file: string): CsvMap {
  const read = readDocument(text, csvMapSchema)
  if (read.ok) return read.value
  throw new CsvMapError(`${file} can't be used as a mapping:\n${problemLines(read.problems)}`)
}
