import { ConflictError } from './ports.ts'

/**
 * Whoever loses a race has seen somebody else win it, so every round of it makes progress; the bound only keeps a
 * store that always reports a conflict from running forever.
 */
const mostRounds = 200

/** Loads and decides again when somebody else wrote first. */
export async function retryOnConflict<T>(work: () => Promise<T>): Promise<T> {
  for (let round = 1; ; round++) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof ConflictError) || round === mostRounds) throw error
    }
  }
}
