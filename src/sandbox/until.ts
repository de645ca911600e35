/**
 * Waits until there is something to see.
 * @throws Error naming what did not come in time
 */
export async function until<T>(look: () => T | undefined, what: string, seconds = 120): Promise<T> {
  const end = performance.now() + seconds * 1000
  for (;;) {
    const seen = look()
    if (seen !== undefined && seen !== false) return seen
    if (performance.now() > end) throw new Error(`waited ${seconds} s in vain for ${what}`)
    await new Promise((done) => setTimeout(done, 5))
  }
}
