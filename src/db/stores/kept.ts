/**
 * What was parsed of documents whose versions never change: the newest version of each key, so that it is as small as what
 * is in force. What a transaction reads may be undone: it is kept apart until that is committed.
 */
export class Kept<T extends { key: string; version: number }> {
  readonly #byKey = new Map<string, T>()
  readonly #outer: Kept<T> | null

  constructor(outer: Kept<T> | null = null) {
    this.#outer = outer
  }

  find(key: string, version: number): T | null {
    const known = this.#byKey.get(key)
    return known?.version === version ? known : (this.#outer?.find(key, version) ?? null)
  }

  keep(document: T): void {
    this.#byKey.set(document.key, frozen(document))
  }

  /** The transaction is committed. */
  publish(): void {
    for (const document of this.#byKey.values()) this.#outer?.keep(document)
  }
}

/** Many read the same one. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  for (const inner of Object.values(value)) frozen(inner)
  return Object.freeze(value)
}
