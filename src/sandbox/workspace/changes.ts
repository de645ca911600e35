/** Tells whoever looks that there is something new to see. */
export interface Changes {
  changed(): void
  /** @returns a function that ends the listening */
  listen(listener: () => void): () => void
}

export function openChanges(): Changes {
  const listeners = new Set<() => void>()
  return {
    changed: () => {
      for (const listener of listeners) listener()
    },
    listen: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
