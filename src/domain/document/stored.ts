import { z } from 'zod'

/** Makes of a document of one format one of the next. It may meet anything: what it does not know it leaves as it is. */
export type Lift = (document: unknown) => unknown

/** What is stored as JSON: its shape today, and a step from each earlier format to the next, the first one first. */
export interface Stored<T> {
  schema: z.ZodType<T>
  lifts: readonly Lift[]
}

/** The format that is written today. */
export const formatOf = ({ lifts }: Pick<Stored<unknown>, 'lifts'>): number => lifts.length + 1

const tooNew = (format: number) =>
  z.custom<never>(() => false, `format ${format} is of a newer version of Baton: start that one`)

/** What was stored in any format, in today's shape; or why it can't be read. */
export function readStored<T>(
  stored: Stored<T>,
  { document, format }: { document: unknown; format: number },
): z.ZodSafeParseResult<T> {
  const lifted = stored.lifts.slice(format - 1).reduce((lower, lift) => lift(lower), document)
  return (format > formatOf(stored) ? tooNew(format) : stored.schema).safeParse(lifted)
}
