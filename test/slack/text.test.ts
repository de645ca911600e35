import { describe, expect, it } from 'vitest'
import de from '../../src/slack/text/de.json' with { type: 'json' }
import en from '../../src/slack/text/en.json' with { type: 'json' }
import { texts } from '../../src/slack/text/index.ts'

function flat(tree: object, prefix = ''): Map<string, string> {
  const entries = Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? [...flat(value, `${prefix}${key}.`)]
      : [[`${prefix}${key}`, String(value)] as const],
  )
  return new Map(entries)
}

const placeholders = (text: string | undefined) =>
  [...(text ?? '').matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1] ?? '').toSorted()

const [english, german] = [flat(en), flat(de)]

describe('texts that people read', () => {
  it('exist in English and in German', () => {
    expect([...german.keys()]).toEqual([...english.keys()])
  })

  it.each([...english])('%s is not empty and names the same values in both', (key, text) => {
    expect(text.trim()).not.toBe('')
    expect(german.get(key)?.trim()).not.toBe('')
    expect(placeholders(german.get(key))).toEqual(placeholders(text))
  })

  it('never read a value as a template', () => {
    const values = { attribute: '{{actual}}', stated: '$t(card.accept) {{- stated}}', actual: '$& $1' }
    expect(texts('en')('card.evidence', values)).toBe('{{actual}}: $t(card.accept) {{- stated}} → $& $1')
    expect(texts('en')('digest.more', { count: 1 })).toBe('and 1 more')
  })
})
