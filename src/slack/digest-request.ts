import { z } from 'zod'
import { weekSchema } from '../domain/week.ts'

/** What somebody wants of `/digest`. */
export interface DigestRequest {
  week: string
  source: string | null
  persona: string | null
}

const weekWords = z.union([z.enum(['this', 'last']), z.string().toUpperCase().pipe(weekSchema)])
const slices = ['source', 'persona'] as const

/**
 * Reads `last source webinar persona sales leader`: a week, then a source and a persona, each as long as it likes.
 * `null` for anything else.
 */
export function parseDigestRequest(text: string): DigestRequest | null {
  const words = text.split(/\s+/).filter(Boolean)
  const first = weekWords.safeParse(words[0]?.toLowerCase())
  const rest = first.success ? words.slice(1) : words
  const named = new Map<string, string[]>()
  let current: string[] | undefined
  for (const word of rest) {
    const slice = slices.find((name) => name === word.toLowerCase())
    if (slice && !named.has(slice)) named.set(slice, (current = []))
    else if (current) current.push(word)
    else return null
  }
  const valueOf = (slice: (typeof slices)[number]) => named.get(slice)?.join(' ') ?? null
  const request = {
    week: first.success ? first.data : 'this',
    source: valueOf('source'),
    persona: valueOf('persona'),
  }
  return request.source === '' || request.persona === '' ? null : request
}
