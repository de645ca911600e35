import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { secondsOf, withPlainRetryAfter } from '../../../src/slack/delivery/retry-after.ts'

const now = new Date('2026-11-18T08:00:00Z')
const longest = 3_600
const asked = (header: string) => secondsOf(header, { now, longest })
const inTwoMinutes = 'Wed, 18 Nov 2026 08:02:00 GMT'

describe('what a Retry-After asks for', () => {
  it.each([
    ['30', 30],
    [' 30 ', 30],
    ['+30', 30],
    ['1.5', 2],
    ['.2', 1],
    ['0', 1],
    ['-0', 1],
    ['-5', 1],
    ['-1e9', 1],
    ['1e1', 10],
    ['1e9', longest],
    ['1000000000', longest],
    ['2147484', longest],
    ['9'.repeat(400), longest],
    ['1e400', longest],
    ['3, 120', 120],
    ['0,0', 1],
    ['abc, 7', 7],
    [inTwoMinutes, 120],
    ['Wednesday, 18-Nov-26 08:02:00 GMT', 120],
    ['Wed Nov 18 08:02:00 2026', 120],
    ['Wed Nov 18 08:02:00 2026 GMT', 120],
    ['Wed, 18 Nov 2026 07:00:00 GMT', 1],
    ['Fri, 18 Nov 2099 08:00:00 GMT', longest],
    ['', null],
    ['abc', null],
    ['soon', null],
    ['5 minutes', null],
    ['NaN', null],
    ['Infinity', null],
    ['0x10', null],
    ['99:99:99', null],
    [',', null],
  ])('%s', (header, seconds) => {
    expect(asked(header)).toBe(seconds)
  })

  it('is whole seconds from one to the longest, or nothing, whatever it says', () => {
    const header = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.double().map(String),
      fc.bigInt().map(String),
      fc.date().map((date) => (Number.isNaN(date.getTime()) ? 'Invalid' : date.toUTCString())),
      fc.array(fc.integer().map(String)).map((all) => all.join(', ')),
    )
    fc.assert(
      fc.property(header, fc.integer({ min: 1, max: 100_000 }), (said, most) => {
        const seconds = secondsOf(said, { now, longest: most })
        expect(seconds === null || (Number.isInteger(seconds) && seconds >= 1 && seconds <= most)).toBe(true)
      }),
    )
  })

  it('is never less than the number it says, within the longest', () => {
    const number = fc.double({ min: -10, max: 5_000, noNaN: true })
    fc.assert(
      fc.property(number, (said) => {
        expect(asked(String(said))).toBeGreaterThanOrEqual(Math.min(said, longest))
      }),
    )
  })
})

describe('an answer', () => {
  const heard = (status: number, headers: Record<string, string>) =>
    withPlainRetryAfter(new Response('{}', { status, headers }), longest)
  const wait = (status: number, headers: Record<string, string>) =>
    heard(status, headers).headers.get('retry-after')

  it.each(['', 'soon'])('that limits calls and says “%s” asks for five seconds', (header) => {
    expect(wait(429, { 'retry-after': header })).toBe('5')
  })

  it('that limits calls without a word asks for five seconds', () => {
    expect(wait(429, {})).toBe('5')
  })

  it('of another kind keeps what can be read, and loses what can’t', () => {
    expect(wait(200, { 'retry-after': '1.5' })).toBe('2')
    expect(wait(200, { 'retry-after': 'soon' })).toBeNull()
    expect(wait(200, {})).toBeNull()
  })

  it('means a date by its own clock', () => {
    const anHourAhead = {
      date: 'Wed, 18 Nov 2026 09:00:00 GMT',
      'retry-after': 'Wed, 18 Nov 2026 09:00:07 GMT',
    }
    expect(wait(429, anHourAhead)).toBe('7')
  })

  it('is otherwise as it was', async () => {
    const answer = heard(429, { 'retry-after': '0', 'x-oauth-scopes': 'chat:write' })
    expect([answer.status, answer.headers.get('x-oauth-scopes'), await answer.text()]).toEqual([
      429,
      'chat:write',
      '{}',
    ])
  })
})
