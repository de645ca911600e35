import { ConflictError } from '../flows/ports.ts'
import { Prisma } from './generated/client.ts'

/** Turns a broken unique constraint into the conflict that flows know; anything else is thrown on. */
export function asConflict(error: unknown): never {
  if (isUniqueViolation(error)) throw new ConflictError('somebody else wrote first', { cause: error })
  throw error
}

export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'
}
