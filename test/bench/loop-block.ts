import { monitorEventLoopDelay } from 'node:perf_hooks'

const resolutionMs = 1

/** Does a piece of work, and tells for how long, in milliseconds, the event loop was blocked at most. */
export async function loopBlockDuring(work: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: resolutionMs })
  delay.enable()
  await new Promise((begun) => setTimeout(begun, 20))
  delay.reset()
  await work()
  await new Promise((seen) => setTimeout(seen, 20))
  delay.disable()
  return Math.max(0, delay.max / 1e6 - resolutionMs)
}
