import { setTimeout as sleep } from 'node:timers/promises'

type Look<T> = () => Promise<T | null | undefined | false> | T | null | undefined | false

/**
 * Looks again and again until there is something to see. Only what hangs is given up, with a sentence that says what was
 * awaited: a machine may be busy with something else.
 */
export async function until<T>(
  what: string,
  look: Look<T>,
  { seconds = 120, everyMs = 10 }: { seconds?: number; everyMs?: number } = {},
): Promise<T> {
  const end = performance.now() + seconds * 1000
  for (;;) {
    const seen = await look()
    if (seen) return seen
    if (performance.now() > end) throw new Error(`Waited ${seconds} seconds for ${what}, in vain.`)
    await sleep(everyMs)
  }
}
