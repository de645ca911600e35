import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { asksForChanges, parseDigestRequest } from '../../../src/slack/requests/digest-request.ts'

it.each([
  ['', { week: 'this', source: null, persona: null }],
  ['last', { week: 'last', source: null, persona: null }],
  ['2026-w47', { week: '2026-W47', source: null, persona: null }],
  ['LAST source Webinar', { week: 'last', source: 'Webinar', persona: null }],
  ['source spring  fair 2026', { week: 'this', source: 'spring fair 2026', persona: null }],
  ['persona sales leader', { week: 'this', source: null, persona: 'sales leader' }],
  ['last persona it lead source website', { week: 'last', source: 'website', persona: 'it lead' }],
  ['source webinar last', { week: 'last', source: 'webinar', persona: null }],
  ['source webinar 2026-W47 persona it lead', { week: '2026-W47', source: 'webinar', persona: 'it lead' }],
  ['this source webinar last', { week: 'this', source: 'webinar last', persona: null }],
  ['source last', { week: 'this', source: 'last', persona: null }],
  ['source "webinar last"', { week: 'this', source: 'webinar last', persona: null }],
  ['letzte Quelle Messe Köln', { week: 'last', source: 'Messe Köln', persona: null }],
  ['quelle webinar diese', { week: 'this', source: 'webinar', persona: null }],
  [
    'source „persona non grata“ persona «it lead»',
    { week: 'this', source: 'persona non grata', persona: 'it lead' },
  ],
  [`source O'Neil's 5" disks`, { week: 'this', source: `O'Neil's 5" disks`, persona: null }],
  [`source 'n Sync's "fair`, { week: 'this', source: `'n Sync's "fair`, persona: null }],
  ['source a source b', { week: 'this', source: 'a source b', persona: null }],
])('reads “%s”', (text, request) => {
  expect(parseDigestRequest(text)).toEqual(request)
})

it.each([
  ...['help', 'next', '2026-W54', 'last week', 'last this', 'webinar source x', '"last"', 'last source'],
  ...['source', 'persona', 'last source persona x', 'persona source x', '"source" x'],
])('does not guess what “%s” means', (text) => {
  expect(parseDigestRequest(text)).toBeNull()
})

it('reads what was meant, in any order and language, with quotes or without', () => {
  const word = fc
    .stringMatching(/^[^\s"“”„«»'‘’‚]{1,12}$/u)
    .filter((text) => !/^(source|quelle|persona|this|diese|last|letzte|\d{4}-w\d\d)$/i.test(text))
  const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
  const quotes = fc.constantFrom(['', ''], ['"', '"'], ['“', '”'], ['„', '“'], ['«', '»'], ["'", "'"])
  const filter = (words: [string, string]) =>
    fc.option(
      fc.tuple(name, quotes, fc.constantFrom(...words)).map(([meant, [open = '', end = ''], keyword]) => ({
        meant,
        typed: `${keyword} ${open}${meant}${end}`,
      })),
      { nil: null },
    )
  const week = fc.constantFrom(
    ...(['', 'this'] as const).map((typed) => ({ typed, meant: 'this' })),
    ...(['last', 'LAST', 'letzte'] as const).map((typed) => ({ typed, meant: 'last' })),
    { typed: '2026-w47', meant: '2026-W47' },
  )
  const property = fc.property(
    filter(['source', 'Quelle']),
    filter(['persona', 'PERSONA']),
    fc.record({ asked: week, isBehind: fc.boolean(), isPersonaFirst: fc.boolean() }),
    (source, persona, { asked, isBehind, isPersonaFirst }) => {
      const parts = (isPersonaFirst ? [persona, source] : [source, persona]).map((part) => part?.typed ?? '')
      const text = (isBehind ? [...parts, asked.typed] : [asked.typed, ...parts]).join('  ')
      expect(parseDigestRequest(text)).toEqual({
        ...{ week: asked.meant, source: source?.meant ?? null, persona: persona?.meant ?? null },
      })
    },
  )
  fc.assert(property, { seed: 30, numRuns: 2000 })
})

it.each([
  ['changes', true],
  ['Änderungen', true],
  ['änderungen'.normalize('NFD'), true],
  ['changes last', false],
  ['', false],
])('knows whether “%s” asks for the ledger: %s', (text, answer) => {
  expect(asksForChanges(text)).toBe(answer)
})
