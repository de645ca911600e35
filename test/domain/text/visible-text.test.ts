import { describe, expect, it } from 'vitest'
import { oneLine, severalLines } from '../../../src/domain/text/visible-text.ts'
import { usedMs, usualWork } from '../../support/used-time.ts'

describe('text from outside', () => {
  it.each([
    ['a line break', 'Jane\r\nAccepted by Anna', 'Jane Accepted by Anna'],
    ['every kind of line break', 'a\u0085b\u2028c\u2029d\ve\ff', 'a b c d e f'],
    ['bidi marks', '\u202Egnp.exe\u2066x\u2069', 'gnp.exex'],
    ['zero-width signs', 'pass\u200Bword\u2060s\uFEFF', 'passwords'],
    ['tag characters', 'hi\u{E0068}\u{E0069}', 'hi'],
    ['hidden variation selectors', 'hi\u{E0101}\u{E0102}', 'hi'],
    ['ANSI escapes', '\u001B[31mred\u001B[0m\u009B1m', '[31mred[0m1m'],
    ['half a character', 'a\uD800b', 'a\uFFFDb'],
    ['a tower of marks', `Z${'\u0300'.repeat(50)}algo`, `Z${'\u0300'.repeat(4)}algo`],
    ['a mark without a letter', '\u0301abc', '◌\u0301abc'],
    ['nothing to be seen', ' \u200B\u3164\u2800\u00AD\n', ''],
    ['a note head that is none', '\u{1D159}', ''],
    ['controls and blanks of hieroglyphs', '\u{13430}\u{1343F}\u{13440} 𓀀\u{13441}\u{13442}', '𓀀'],
    ['fillers of every script', 'a\u115F\u1160\u3164\uFFA0\u{16FE4}\u2800\uFFFCb', 'ab'],
    ['controls of shorthand and music', 'a\u{1BCA0}\u{1BCA3}\u{1D173}\u{1D17A}b', 'ab'],
    ['notes and hieroglyphs', '𝅘𝅥𝅮 𓀀𓂀', null],
    ['scripts of many marks', 'हिन्दी ខ្មែរ မြန်မာ ไทยที่ العَرَبِيَّة עִבְרִית', null],
    [
      'an emoji of several signs',
      'Team 👩‍👩‍👧 🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F} ☎️',
      null,
    ],
    ['letters that are written with marks', 'Nguyễn, می‌خواهم'.replace('\u200C', ''), null],
    ['a blank that keeps words together', '72\u00A0%', null],
  ])('%s', (_what, text, expected) => {
    expect(oneLine(text)).toBe(expected ?? text)
    expect(oneLine(oneLine(text))).toBe(oneLine(text))
  })

  it('keeps the lines of what may have some', () => {
    expect(severalLines(' a\r\n\n\n\nb \u200B\n')).toBe('a\n\nb')
  })

  const units = [
    'a',
    '1',
    ' ',
    'ab ',
    'a  ',
    '\u00A0',
    '\n',
    '#',
    '\u0301',
    '\u200D',
    '👩',
    '\uFE0F',
    '🏴\u{E0067}',
  ]
  const ends = ['', 'é', '\u200B', '👩\u200D👩', '\n', '  b']
  // The short ones let a pattern that tries every way of reading them come to an end, after a second.
  it.each([24, 20_000])('is looked through once, whatever it begins and ends with: %i times', (times) => {
    const texts = units.flatMap((unit) => ends.map((end) => unit.repeat(times / unit.length) + end))
    const before = usedMs()
    for (const text of texts) severalLines(oneLine(text) + text)
    expect((usedMs() - before) / usualWork()).toBeLessThan(times === 24 ? 5 : 200)
  })
})
