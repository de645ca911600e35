import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { liveInCall } from '../../../../src/sandbox/live/live.ts'
import { authored, bold, escape, type Escaped } from '../../../../src/slack/blocks/parts/escape.ts'
import { spoken } from '../../../../src/slack/blocks/parts/spoken.ts'

const live = (text: string) => liveInCall('chat.postMessage', { text, parse: 'none' })

/** What Baton writes around a text from outside. */
const places: ((text: Escaped) => string)[] = [
  (text) => `${text}: rejected`,
  (text) => `${text}:`,
  (text) => `Note: ${text}: “${text}”, ${text}. (${text})`,
  (text) => `${text} · ${text}\n${text}`,
  (text) => `Hi: ${text}`,
  (text) => spoken([bold(text), text]) + ':',
]

const emoji = [
  ':+1',
  ':-1',
  ':100',
  ':1234',
  ':fire',
  ':8ball',
  ":o'clock",
  ':n\u0303',
  ':ดี้',
  ':__',
  ':a-b+c',
]

describe('the colon before what may be an emoji', () => {
  it.each(emoji)('%s is none, whatever is written behind it', (name) => {
    for (const text of [name, `X${name}`, `X ${name}`, `${name}${name}`, `${name}:`, `${name}: x`])
      for (const place of places) expect(live(place(escape(text)))).toEqual([])
    expect(escape(`X${name}`)).toMatch(/^X∶/)
  })

  it.each(['10:30', 'at 9:30', 'from 9:30 to 10:00', '3:1', 'a: b', '1:99', '9:1000', 'so:'])(
    'stays in %j, which is none',
    (text) => {
      expect(escape(text)).toBe(text)
      for (const place of places) expect(live(place(escape(text)))).toEqual([])
    },
  )
})

describe('an asterisk in a keycap', () => {
  const keycap = '*\uFE0F\u20E3'

  it.each([keycap, '*\u20E3', `${keycap}\u20E3`])('%j leaves no part of it behind', (star) => {
    const text = `${star} Acme ${star}`
    expect(escape(text)).toBe('∗ Acme ∗')
    expect(bold(authored(text))).toBe('*∗ Acme ∗*')
    expect(spoken([authored(text), bold(escape(text))])).toBe('∗ Acme ∗ · ∗ Acme ∗')
  })

  it('is no matter to the keycaps of other signs', () => {
    expect(escape('1\uFE0F\u20E3 #\uFE0F\u20E3')).toBe('1\uFE0F\u20E3 #\uFE0F\u20E3')
  })
})

const signs = [
  ...":+-_'*~`>&<!@#|()[]. 10".split(''),
  ...['\n', 'a', 'é', 'ß', '中', 'ן', '\u0301', '\u0E35', '\uFE0F', '\u20E3'],
  ...['\u200B', '\u200D', '\u202E', '\u2800', '\u3164', '\u{1D159}', '\u{13441}', '\u{16FE4}', '\uD83D'],
  ...['👩', '🏽', '*\uFE0F\u20E3', '1\uFE0F\u20E3', '100', '1234', '+1', '-1', 'fire', '::', '&gt;', '```'],
  ...['<!here>', '<@U0ANNA>', '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}'],
]
const texts = fc.array(fc.constantFrom(...signs), { maxLength: 14 }).map((parts) => parts.join(''))

it('no text of whatever signs becomes anything, wherever it stands', () => {
  const property = fc.property(texts, fc.constantFrom(...places), (text, place) => {
    expect(live(place(escape(text)))).toEqual([])
    expect(live(bold(escape(text))).filter(({ kind }) => kind !== 'bold')).toEqual([])
    expect(escape(text)).not.toMatch(/∗[\uFE0F\u20E3]/u)
  })
  fc.assert(property, { seed: 7, numRuns: 3000 })
})
