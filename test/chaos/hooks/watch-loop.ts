import { usualWork, usedMs } from '../../support/used-time.ts'

// What the thread computed between two ticks of a timer kept everybody else waiting. Its own time, and not the clock's:
// what other processes do meanwhile is not the bot's fault.
let [last, longest] = [usedMs(), 0]
setInterval(() => {
  const now = usedMs()
  longest = Math.max(longest, now - last)
  last = now
}, 1).unref()

process.on('SIGWINCH', () => {
  process.stdout.write(`{"heldMs":${longest},"usualMs":${usualWork()}}\n`)
  ;[last, longest] = [usedMs(), 0]
})
