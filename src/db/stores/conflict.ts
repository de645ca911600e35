import { codesOf } from '../../flows/errors/loggable.ts'
import { ConflictError } from '../../ports/conflict-error.ts'
import { retryOnConflict } from '../../flows/errors/retry-on-conflict.ts'

/** A unique constraint is broken, in Prisma's words and in PostgreSQL's. */
const taken = new Set(['P2002', '23505'])
/** Two transactions could not both be, or waited for each other: this one was undone. */
const undone = new Set(['P2034', '40001', '40P01'])

/** Somebody else has that key. */
export const isTaken = (error: unknown): boolean => hasCode(error, taken)

/** The database undid it for another's sake. Nothing of it is left, and done again it may well be kept. */
const isUndone = (error: unknown): boolean => hasCode(error, undone)

/** The code may be that of an error further in. */
function hasCode(error: unknown, codes: Set<string>): boolean {
  if (!(error instanceof Error)) return false
  return codesOf(error).some((code) => codes.has(code)) || hasCode(error.cause, codes)
}

/** Turns what somebody else's writing caused into the conflict that flows know; anything else is thrown on. */
export function asConflict(error: unknown): never {
  if (isTaken(error) || isUndone(error))
    throw new ConflictError('somebody else wrote first', { cause: error })
  throw error
}

/** For work that is one transaction of its own: done again as long as the database undoes it. */
export async function untilKept<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await retryOnConflict(work, isUndone)
  } catch (error) {
    // No conflict any more: whoever did it all again would fail as often.
    if (isUndone(error)) throw new Error('the database undid this each time', { cause: error })
    throw error
  }
}

/** The same stores, with each call done until it is kept; for use outside of a transaction. */
export function eachUntilKept<T extends object>(stores: T): T {
  return new Proxy(stores, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name)
      if (typeof member === 'function')
        return (...values: unknown[]) => untilKept(async () => call(member, target, values))
      return typeof member === 'object' && member !== null ? eachUntilKept(member) : member
    },
  })
}

async function call(method: Function, store: object, values: unknown[]): Promise<unknown> {
  const result: unknown = await Reflect.apply(method, store, values)
  return result
}
