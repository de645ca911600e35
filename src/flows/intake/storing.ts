/** A request to hand in leads that could not be stored, and where the log says why. */
export interface Unstored {
  at: Date
  reference: string
}

/**
 * Whether leads can be stored: a database that answers may still write nothing, on a full disk. Until one request is
 * stored, the last that was not deserves a look: its sender was told to send it again.
 */
export interface Storing {
  stored(): void
  failed(reference: string): void
  /** `null` when the last one was stored. */
  unstored(): Unstored | null
}

export function watchStoring(now: () => Date): Storing {
  let last: Unstored | null = null
  return {
    stored: () => void (last = null),
    failed: (reference) => void (last = { at: now(), reference }),
    unstored: () => last,
  }
}
