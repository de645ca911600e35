import { describe, expect, it } from 'vitest'
import type { LogRecord } from '../../src/sandbox/workspace/log.ts'
import { fastestAverage, tooSoon } from './post-times.ts'

const call = (seconds: number, answer: string | object = { ok: true }, channel = 'C1'): LogRecord => ({
  ...{ kind: 'call', id: 1, method: 'chat.postMessage', args: { channel } },
  at: new Date(seconds * 1000),
  answer: typeof answer === 'string' ? `fault: ${answer}` : { ...answer },
})

describe('the pace of a channel', () => {
  it.each([
    ['one a second', [0, 1, 2, 3, 4, 5, 6], 1],
    ['one every two seconds', [0, 2, 4, 6, 8, 10], 0.5],
    ['a burst in the middle', [0, 5, 5.5, 6, 6.5, 7, 7.5, 12], 2],
    ['too few to tell', [0, 0.1, 0.2], 0],
  ])('%s', (_, times, average) => {
    expect(fastestAverage(times.map((time) => call(time)))).toBeCloseTo(average)
  })

  it('counts each channel for itself', () => {
    const log = [0, 1, 2, 3, 4, 5].flatMap((time) => [call(time), call(time, {}, 'C2')])
    expect(fastestAverage(log)).toBeCloseTo(1)
  })
})

describe('a pause that was asked for', () => {
  const pauses = { 'rate-limit': 2, 'rate-limit-bare': 5 }
  it.each([
    ['kept', [call(0, 'rate-limit'), call(2)], 0],
    ['broken', [call(0, 'rate-limit'), call(1.9)], 1],
    ['kept, where the answer named none', [call(0, 'rate-limit-bare'), call(5)], 0],
    ['broken, where the answer named none', [call(0, 'rate-limit-bare'), call(2)], 1],
    ['of another channel', [call(0, 'rate-limit'), call(1, {}, 'C2')], 0],
    ['not asked for', [call(0, 'html'), call(0.1)], 0],
  ])('%s', (_, log, breaches) => {
    expect(tooSoon(log, pauses)).toHaveLength(breaches)
  })
})
