import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readManifest } from '../../../src/sandbox/workspace/manifest.ts'
import { newWorkspace } from '../../../src/sandbox/workspace/new-workspace.ts'
import { typedText } from '../../../src/sandbox/payloads/typed-text.ts'
import { parseCommand } from '../../../src/slack/requests/payloads.ts'
import { typed, unescape } from '../../../src/slack/requests/typed.ts'
import { usedMs, usualWork } from '../../support/used-time.ts'

const state = newWorkspace(readManifest(), {})
const sent = (text: string) => typedText(state, '/lead', text)

describe('what Slack made of a text', () => {
  it.each([
    ['R&amp;D lead', 'R&D lead'],
    ['a &lt;b&gt; c', 'a <b> c'],
    ['&amp;amp; &amp;lt;', '&amp; &lt;'],
    ['&nbsp; &#39;', '&nbsp; &#39;'],
    ['<mailto:jane@example.com|jane@example.com>', 'jane@example.com'],
    ['<mailto:jane@example.com>', 'jane@example.com'],
    ['<https://acme.example/?a=1&amp;b=2>', 'https://acme.example/?a=1&b=2'],
    ['<http://acme.com|acme.com>', 'acme.com'],
    ['<tel:+49301234567|+49 30 1234567>', '+49 30 1234567'],
    ['<@U0ANNA|anna>', '@anna'],
    ['<@W0ANNA>', '@W0ANNA'],
    ['<#C0LEADS|leads>', '#leads'],
    ['<#C0LEADS|>', '#C0LEADS'],
    ['<!subteam^S0SALES|@sales>', '@sales'],
    ['<!subteam^S0SALES>', '@S0SALES'],
    ['<!here>', '@here'],
    ['<!date^1392734382^{date}|18 Feb>', '18 Feb'],
    ['a < b > c', 'a < b > c'],
    ['<no word of Slack’s>', '<no word of Slack’s>'],
    ['<<mailto:a@b.example|a@b.example>>', '<a@b.example>'],
  ])('%s', (raw, text) => {
    expect(unescape(raw)).toBe(text)
  })

  it('is the text again, whatever was typed', () => {
    const word = fc.constantFrom(
      ...[
        '@anna',
        '#leads',
        '@sales',
        'jane.doe+x@example.com',
        'https://a.example/?q=1&r=<2>',
        'acme.com',
        '&amp;',
      ],
      ...['<', '>', '|', '&', '<@U0ANNA|anna>', '<!here>', '<mailto:a@b.c|d>', '@nobody', ' ', '\n'],
    )
    const text = fc.array(fc.oneof(word, fc.string({ unit: 'binary' }))).map((all) => all.join(''))
    fc.assert(
      fc.property(text, (written) => {
        expect(unescape(sent(written))).toBe(written)
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('what somebody typed', () => {
  it.each([
    ['“MQL”', 'MQL'],
    ['„MQL“', 'MQL'],
    ['« MQL »', 'MQL'],
    ['‘sales leader’', 'sales leader'],
    ['"a" or "b"', '"a" or "b"'],
    ['O’Neil', "O'Neil"],
    ['last source “Paid Search” persona leader', 'last source "Paid Search" persona leader'],
    ['  sales   leader ', 'sales leader'],
    ['sales\u00A0leader\u202F', 'sales leader'],
    ['\u200Bhelp\u200B\uFEFF', 'help'],
    ['sales\nleader', 'sales leader'],
    ['2026\u2011W47', '2026-W47'],
    ['ｊａｎｅ＠ｅｘａｍｐｌｅ．ｃｏｍ', 'jane@example.com'],
    ['ＭＱＬ\u3000ＳＱＬ', 'MQL SQL'],
    ['*MQL*', 'MQL'],
    ['_MQL_', 'MQL'],
    ['`MQL`', 'MQL'],
    ['```MQL```', 'MQL'],
    ['last source *paid search* persona _leader_', 'last source paid search persona leader'],
    ['google_ads', 'google_ads'],
    ['* MQL', '* MQL'],
    ['HELP', 'HELP'],
    ['<mailto:jane@example.com|jane@example.com> ', 'jane@example.com'],
    ['*“<mailto:jane@example.com|jane@example.com>”*', 'jane@example.com'],
    ['R&amp;D lead', 'R&D lead'],
    ['👩‍💻 lead', '👩‍💻 lead'],
    ['', ''],
    ['“”', ''],
  ])('%s', (raw, text) => {
    expect(typed(raw)).toBe(text)
  })

  it('is the same however Slack sends it, one line, and settled', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (written) => {
        const read = typed(sent(written))
        expect(read).toBe(
          typed(written.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')),
        )
        expect(read).toBe(read.trim())
        expect(read).not.toMatch(/[\n\u00A0\u200B“”„]/u)
      }),
    )
  })

  it('is read in no time, however long and odd', () => {
    const before = usedMs()
    for (const odd of ['*a ', '<a', '_', '“', '<mailto:', '&amp;', '*_~` ']) typed(odd.repeat(40_000))
    expect((usedMs() - before) / usualWork()).toBeLessThan(200)
  })

  it('is a command’s word, rest and text', () => {
    const body = {
      user_id: 'U0ANNA',
      command: '/lead',
      text: 'FIND\u00A0<mailto:j@example.com|j@example.com> “R&amp;D”',
    }
    const text = 'FIND j@example.com "R&D"'
    expect(parseCommand(body)).toMatchObject({ text, word: 'find', rest: 'j@example.com "R&D"' })
    expect(parseCommand({ ...body, text: null })).toMatchObject({ text: '', word: '', rest: '' })
  })
})
