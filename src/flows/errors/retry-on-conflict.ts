import { ConflictError } from '../../ports/conflict-error.ts'

/**
 * Whoever loses a race has seen somebody else win it, so every round of it makes progress; the bound only keeps a
 * store that always reports a conflict from running forever.
 */
const mostRounds = 200

const isConflict = (error: unknown): boolean => error instanceof ConflictError

/** Loads and decides again when somebody else wrote first. */
export async function retryOnConflict<T>(
  work: () => Promise<T>,
  isWorthIt: (error: unknown) => boolean = isConflict,
): Promise<T> {
  for (let round = 1; ; round++) {
    try {
      return await work()
    } catch (error) {
      if (!isWorthIt(error) || round === mostRounds) throw error
    }
  }
}
