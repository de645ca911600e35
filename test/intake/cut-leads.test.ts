import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutLeads } from '../../src/intake/http/cut-leads.ts'
import { done } from '../support/piecemeal.ts'

const limits = { leads: 500, levels: 20, values: 2_000, letters: 256 * 1024 }
const cut = (text: string) => done(cutLeads(text, limits))

/** What comes of a text by its parts: a list is what its leads are, each parsed by itself. */
function parsed(text: string): { value: unknown } | 'no JSON' {
  const found = cut(text)
  if (!found.ok) return 'no JSON'
  try {
    const values = found.leads.map((lead): unknown => JSON.parse(lead.text))
    const isAlone = found.leads[0]?.at === null
    return { value: isAlone ? values[0] : values }
  } catch {
    return 'no JSON'
  }
}

function asAWhole(text: string): { value: unknown } | 'no JSON' {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return 'no JSON'
  }
}

const blanks = fc.stringMatching(/^[ \t\r\n]{0,3}$/)
const json = fc
  .tuple(fc.jsonValue({ maxDepth: 4, noUnicodeString: false }), fc.constantFrom(undefined, 1), blanks, blanks)
  .map(([value, indent, before, after]) => `${before}${JSON.stringify(value, null, indent)}${after}`)
const broken = fc
  .tuple(json, fc.nat(), fc.constantFrom('', '"', '\\', '[', ']', '{', '}', ',', ':', '-', 'e', ' ', '1'))
  .map(
    ([text, at, sign]) =>
      text.slice(0, at % (text.length + 1)) + sign + text.slice((at % (text.length + 1)) + 1),
  )

describe('a text that is cut into its leads', () => {
  it('says what it says as a whole', () => {
    fc.assert(
      fc.property(fc.oneof(json, broken), (text) => {
        expect(parsed(text)).toEqual(asAWhole(text))
      }),
      { numRuns: 5_000 },
    )
  })

  it.each([
    ['[]', 0],
    [' [ ] ', 0],
    ['[{},{"a":"],["},[1,2]]', 3],
    [String.raw`["\\","\"",",\\\""]`, 3],
    ['{"a":[1,2]}', 1],
  ])('%s has %i', (text, count) => {
    const found = cut(text)
    expect(found.ok && found.leads).toHaveLength(count)
  })

  it.each([
    [`[{},${'['.repeat(5_000)}${']'.repeat(5_000)}]`, 'too-deep', 1],
    ['['.repeat(1_000_000), 'too-deep', 0],
    ['{"a":'.repeat(300_000), 'too-deep', null],
    [`[{"a":[${'1,'.repeat(5_000)}1]}]`, 'too-full', 0],
    [`[{},{},"${'x'.repeat(256 * 1024)}"]`, 'too-long', 2],
    [`[${'1,'.repeat(500)}1]`, 'too-many', null],
    ['[1,2', 'no-json', null],
    ['[1,2]]', 'no-json', null],
    ['[1,2}', 'no-json', null],
  ])('stops where it need not go on', (text, because, at) => {
    expect(cut(text)).toEqual({ ok: false, because, at })
  })

  it.each([
    ['123456789012345', false],
    ['1234567890123456', true],
    ['-0', true],
    ['1e2', true],
    ['0.5', false],
    ['"12345678901234567890"', false],
    ['{"a":"\\"","b":12345678901234567890}', true],
  ])('knows whether %s may hold a number that is not kept', (text, has) => {
    const found = cut(text)
    expect(found.ok && found.leads[0]?.hasLongNumbers).toBe(has)
  })
})
