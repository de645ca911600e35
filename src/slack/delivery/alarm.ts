/** Something to sleep on that can be rung; a ring that nobody heard wakes the next sleeper at once. */
export function alarm(): { ring: () => void; sleep: (ms: number) => Promise<void> } {
  let rung = false
  let wake: (() => void) | null = null
  return {
    ring: () => {
      rung = true
      wake?.()
    },
    sleep: async (ms) => {
      if (!rung) await nap(ms, (stop) => (wake = stop))
      wake = null
      rung = false
    },
  }
}

function nap(ms: number, onWake: (stop: () => void) => void): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, ms)
  onWake(resolve)
  return promise.finally(() => clearTimeout(timer))
}
