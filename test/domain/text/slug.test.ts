import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { slugSchema, slugs } from '../../../src/domain/text/slug.ts'

describe('slugs of names', () => {
  it.each<[string[], string[]]>([
    [['Asked for a demo'], ['asked-for-a-demo']],
    [['200 to 2,000 employees'], ['rule-200-to-2-000-employees']],
    [['Größe: über 50'], ['grosse-uber-50']],
    [
      ['Ж', '日本', '—'],
      ['rule', 'rule-2', 'rule-3'],
    ],
    [['x'], ['rule-x']],
    [
      ['Demo', 'demo!', 'Demo 2', 'Demo'],
      ['demo', 'demo-2', 'demo-2-2', 'demo-3'],
    ],
    [
      ['a'.repeat(60), 'a'.repeat(60)],
      ['a'.repeat(40), `${'a'.repeat(38)}-2`],
    ],
    [[`${'a'.repeat(39)} b`], ['a'.repeat(39)]],
  ])('%j are %j', (names, expected) => {
    expect(slugs(names, 'rule')).toEqual(expected)
  })

  it('are each of the pattern and each once, whatever the names are', () => {
    const name = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('Demo', 'demo', 'Demo 2', 'a'.repeat(45)),
    )
    const property = fc.property(fc.array(name, { maxLength: 30 }), (names) => {
      const found = slugs(names, 'rule')
      expect(new Set(found).size).toBe(names.length)
      expect(found.filter((slug) => !slugSchema.safeParse(slug).success)).toEqual([])
    })
    fc.assert(property, { seed: 23, numRuns: 300 })
  })
})
