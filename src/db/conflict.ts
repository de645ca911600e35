import { ConflictError } from '../flows/ports.ts'
import { Prisma } from './generated/client.ts'

/** P2002: a unique constraint is broken. P2034: two transactions waited for each other, and this one was ended. */
const conflictCodes = new Set(['P2002', 'P2034'])

/** Turns a broken unique constraint or a deadlock into the conflict that flows know; anything else is thrown on. */
export function asConflict(error: unknown): never {
  if (isConflict(error)) throw new ConflictError('somebody else wrote first', { cause: error })
  throw error
}

function isConflict(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && conflictCodes.has(error.code)
}
