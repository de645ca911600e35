import { z } from 'zod'
import { weekSchema } from '../../domain/calendar/week.ts'

/** What somebody wants of `/digest`. */
export interface DigestRequest {
  week: string
  source: string | null
  persona: string | null
}

/** A word, or several in quotes: those are a name, whatever else they could mean. */
interface Word {
  text: string
  isQuoted: boolean
}

type Filter = 'source' | 'persona'

const filters = new Map<string, Filter>([
  ['source', 'source'],
  ['quelle', 'source'],
  ['persona', 'persona'],
])
const weeks = new Map([
  ['this', 'this'],
  ['diese', 'this'],
  ['last', 'last'],
  ['letzte', 'last'],
])
const isoWeek = z.string().toUpperCase().pipe(weekSchema)

/** Quotes count where a name begins and ends with them, in whatever form a keyboard makes them. */
const quotedOrWord = /["“”„«»](?<name>[^"“”„«»]+)["“”„«»](?!\S)|['‘’‚](?<word>[^'‘’‚]+)['‘’](?!\S)|\S+/gu

/** Whether somebody wants the ledger rather than figures. */
export const asksForChanges = (text: string): boolean =>
  ['changes', 'änderungen'].includes(text.normalize('NFC').toLowerCase())

/**
 * Reads `last source webinar persona sales leader`: a source and a persona in any order, each as long as it likes, and a
 * week before or behind them. English and German words go, whatever language Slack is in. `null` for anything else.
 */
export function parseDigestRequest(text: string): DigestRequest | null {
  const { before, named } = partsOf(wordsOf(text))
  const first = before[0] && weekOf(before[0])
  if (before.length > 1 || (before.length === 1 && !first)) return null
  const week = first ?? weekBehind([...named.values()])
  const [source, persona] = [nameOf(named.get('source')), nameOf(named.get('persona'))]
  return source === '' || persona === '' ? null : { week: week ?? 'this', source, persona }
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(quotedOrWord)].map(([whole, name, word]) => {
    const quoted = (name ?? word)?.trim()
    return quoted ? { text: quoted, isQuoted: true } : { text: whole, isQuoted: false }
  })
}

/** What stands before the first filter, and the words of each; a filter that comes again belongs to a name. */
function partsOf(words: Word[]): { before: Word[]; named: Map<Filter, Word[]> } {
  const [before, named] = [[] as Word[], new Map<Filter, Word[]>()]
  let current = before
  for (const word of words) {
    const filter = word.isQuoted ? undefined : filters.get(word.text.toLowerCase())
    if (filter && !named.has(filter)) named.set(filter, (current = []))
    else current.push(word)
  }
  return { before, named }
}

function weekOf({ text, isQuoted }: Word): string | undefined {
  return isQuoted ? undefined : (weeks.get(text.toLowerCase()) ?? isoWeek.safeParse(text).data)
}

/** A week that ends a name of several words is none of them, and is taken from it. */
function weekBehind(names: Word[][]): string | undefined {
  for (const name of names) {
    const last = name.length > 1 ? name.at(-1) : undefined
    const week = last && weekOf(last)
    if (week) name.pop()
    if (week) return week
  }
  return undefined
}

const nameOf = (words: Word[] | undefined): string | null =>
  words ? words.map(({ text }) => text).join(' ') : null
