import { vi } from 'vitest'

/**
 * How long a test waits for what must come, in ms. It ends what hangs and says what did not come; it is no promise, and a machine
 * that is ten times as slow has room in it. Nobody waits for it where everything is well.
 */
export const patienceMs = 120_000

/** Looks again and again until it no longer fails; gives back what it saw. */
export const eventually = <T>(look: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(look, { timeout: patienceMs, interval: 20 })
