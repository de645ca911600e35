import { describe, expect, it } from 'vitest'
import de from '../../src/slack/text/de.json' with { type: 'json' }
import en from '../../src/slack/text/en.json' with { type: 'json' }

function flat(texts: object, prefix = ''): Map<string, string> {
  const entries = Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
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
})
