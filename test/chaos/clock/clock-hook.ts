import { once } from 'node:events'
import { openSync, readSync } from 'node:fs'
import { connect } from 'node:net'
import { createInterface } from 'node:readline'

/*
 * Loaded before a bot: `Date` shows a clock that the rig sets. Timers stay what they are in reality, deaf to a clock that is
 * set. Only those of the jobs end early, at the latest when the clock is set, so that a rig need not wait for real minutes and
 * all processes look at the same moment.
 */
const mostWaitMs = 500
const Real = Date
const end = clearTimeout
const isOfJobs = (stack: string): boolean => /\/src\/jobs\/|\/node-cron\//.test(stack)

const ahead = new Float64Array(1)
const file = openSync(process.env['CHAOS_CLOCK_FILE'] ?? '', 'r')
const waiting = new Map<unknown, () => void>()
const socket = connect(Number(process.env['CHAOS_CLOCK_PORT']), '127.0.0.1')
const lines = createInterface({ input: socket })
lines.on('line', () => {
  for (const [timer, call] of [...waiting]) {
    end(timer as NodeJS.Timeout)
    call()
  }
})
await once(lines, 'line')
// The rig's end may close first.
socket.on('error', () => socket.destroy()).unref()

/** Read anew each time: no process is behind another one by a message that has not come yet. */
const now = (): number => {
  readSync(file, ahead, 0, ahead.byteLength, 0)
  return Real.now() + (ahead[0] ?? 0)
}

globalThis.Date = new Proxy(Real, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as Date,
  get: (target, key, receiver): unknown => (key === 'now' ? now : Reflect.get(target, key, receiver)),
})

globalThis.setTimeout = new Proxy(setTimeout, {
  apply: (target, self, [call, ms, ...rest]: Parameters<typeof setTimeout>): unknown => {
    if (!isOfJobs(new Error('where from').stack ?? ''))
      return Reflect.apply(target, self, [call, ms, ...rest])
    const wake = (): void => {
      waiting.delete(timer)
      ;(call as (...args: unknown[]) => void)(...rest)
    }
    const timer: unknown = Reflect.apply(target, self, [wake, Math.min(Number(ms), mostWaitMs)])
    waiting.set(timer, wake)
    return timer
  },
})

globalThis.clearTimeout = (timer) => {
  waiting.delete(timer)
  end(timer)
}
