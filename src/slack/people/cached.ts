/** Remembers what was loaded for a while, so that a busy channel asks Slack once. Failures are not remembered. */
export function cached<T>({ now, forMs }: { now: () => Date; forMs: number }) {
  const kept = new Map<string, { value: Promise<T>; until: number }>()
  return (key: string, load: () => Promise<T>): Promise<T> => {
    const at = now().getTime()
    const known = kept.get(key)
    // A clock that was set back must not keep an entry for longer than it was meant to live.
    if (known && known.until > at && known.until <= at + forMs) return known.value
    if (kept.size > 5_000) kept.clear()
    const value = load()
    const entry = { value, until: at + forMs }
    kept.set(key, entry)
    value.catch(() => kept.get(key) === entry && kept.delete(key))
    return value
  }
}
