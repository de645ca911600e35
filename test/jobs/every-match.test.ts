import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { everyMatch, type Ticking } from '../../src/jobs/every-match.ts'

let calls: string[]
let ticking: Ticking
const minuteMs = 60_000

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  vi.setSystemTime('2026-11-23T08:58:30Z')
  calls = []
  ticking = everyMatch('* * * * *', () => void calls.push(new Date().toISOString().slice(0, 19)))
})

afterEach(() => {
  ticking.stop()
  vi.useRealTimers()
})

it('calls at each full minute', async () => {
  await vi.advanceTimersByTimeAsync(1.5 * minuteMs)
  expect(calls).toEqual(['2026-11-23T08:59:00', '2026-11-23T09:00:00'])
})

it('goes on within a minute when the clock is set back by a month', async () => {
  vi.setSystemTime('2026-10-23T08:58:30Z')
  await vi.advanceTimersByTimeAsync(minuteMs)
  expect(calls).toEqual(['2026-10-23T08:59:00'])
})

it('does not make up for every minute when the clock is set forward by ten years', async () => {
  vi.setSystemTime('2036-11-23T08:58:30Z')
  const before = process.cpuUsage()
  await vi.advanceTimersByTimeAsync(1.5 * minuteMs)
  expect(calls).toEqual(['2036-11-23T08:59:00', '2036-11-23T09:00:00'])
  // Of the processor, which others who want it don't lengthen: five million minutes would take most of a minute of it.
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(2000)
})

it('falls silent when it is stopped', async () => {
  ticking.stop()
  await vi.advanceTimersByTimeAsync(5 * minuteMs)
  expect(calls).toEqual([])
})
