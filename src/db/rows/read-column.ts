import type { z } from 'zod'
import { problemsOf } from '../../flows/playbook/problems.ts'
import { UnreadableError } from '../../flows/errors/unreadable-error.ts'

/** A JSON column as what it should be. @throws UnreadableError that says where it stands and what is wrong with it */
export function readColumn<T>(
  schema: z.ZodType<T>,
  value: unknown,
  place: { table: string; row: string },
): T {
  return readOr(schema.safeParse(value), place)
}

/** What was read, or the error that says where. */
export function readOr<T>(read: z.ZodSafeParseResult<T>, place: { table: string; row: string }): T {
  if (read.success) return read.data
  throw new UnreadableError({ ...place, problems: problemsOf(read.error) })
}
