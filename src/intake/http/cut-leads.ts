import type { Piecemeal } from './take-turns.ts'

/** The text of one lead, before it is parsed. */
export interface LeadText {
  /** Its place in a list; `null` alone. */
  at: number | null
  text: string
  /** Whether it holds a number that a double may not keep. */
  hasLongNumbers: boolean
}

/** `no-json` where the text can't be JSON; whether a lead is, shows when it is parsed. */
export type Cut =
  | { ok: true; leads: LeadText[] }
  | { ok: false; because: 'no-json' | 'too-many' | Excess; at: number | null }

type Excess = 'too-deep' | 'too-full' | 'too-long'

interface Limits {
  leads: number
  /** Levels of objects and lists in one lead. */
  levels: number
  /** Values in one lead, wherever they stand. */
  values: number
  /** Letters of one lead. */
  letters: number
}

/**
 * Cuts a list into its leads, so that each can be parsed by itself: the built-in parser does all at once, and for long.
 * What would take long by its mere shape is found here.
 */
export function* cutLeads(text: string, limits: Limits): Piecemeal<Cut> {
  const begin = afterBlanks(text, 0)
  if (text[begin] === '[') return yield* cutList(text, begin + 1, limits)
  const { because, hasLongNumbers } = lookThrough(text, begin, limits)
  return because
    ? { ok: false, because, at: null }
    : { ok: true, leads: [{ at: null, text, hasLongNumbers }] }
}

function* cutList(text: string, from: number, limits: Limits): Piecemeal<Cut> {
  const leads: LeadText[] = []
  if (text[afterBlanks(text, from)] === ']') return closed(text, afterBlanks(text, from), leads)
  for (let begin = from; ;) {
    const at = leads.length
    if (at === limits.leads) return { ok: false, because: 'too-many', at: null }
    const { because, end, hasLongNumbers } = lookThrough(text, begin, limits)
    if (because) return { ok: false, because, at }
    leads.push({ at, text: text.slice(begin, end).trim(), hasLongNumbers })
    if (text[end] !== ',') return closed(text, end, leads)
    begin = end + 1
    yield
  }
}

const closed = (text: string, end: number, leads: LeadText[]): Cut =>
  text[end] === ']' && afterBlanks(text, end + 1) === text.length
    ? { ok: true, leads }
    : { ok: false, because: 'no-json', at: null }

interface Look {
  because: Excess | null
  /** Where the value ends: at a comma or bracket that is not its own, or with the text. */
  end: number
  hasLongNumbers: boolean
}

function lookThrough(text: string, from: number, limits: Limits): Look {
  let [level, value, hasLongNumbers, end] = [0, 1, false, from]
  const stop = Math.min(text.length, from + limits.letters + 1)
  for (; end < stop; end++) {
    const sign = text.charCodeAt(end)
    if (sign === quote) end = endOfQuoted(text, end)
    else if (sign === openBrace || sign === openBracket) [level, value] = [level + 1, value + 1]
    else if (level === 0 && (sign === comma || isClosing(sign))) break
    else if (sign === comma) value += 1
    else if (isClosing(sign)) level -= 1
    else if (sign === minus || isDigit(sign)) {
      const last = endOfNumber(text, end)
      hasLongNumbers ||= mayBeInexact(text, end, last)
      end = last
    }
    if (level > limits.levels) return { because: 'too-deep', end, hasLongNumbers }
    if (value > limits.values) return { because: 'too-full', end, hasLongNumbers }
  }
  return { because: end - from > limits.letters ? 'too-long' : null, end, hasLongNumbers }
}

const [quote, comma, minus, openBrace, closeBrace, openBracket, closeBracket] = [34, 44, 45, 123, 125, 91, 93]
const isClosing = (sign: number): boolean => sign === closeBrace || sign === closeBracket
const [zero, nine, letterE] = [48, 57, 101]
const isDigit = (sign: number): boolean => sign >= zero && sign <= nine

/** Where the quoted text ends that begins there, or the whole text does. */
function endOfQuoted(text: string, begin: number): number {
  let end = text.indexOf('"', begin + 1)
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1)
  return end === -1 ? text.length : end
}

function isEscaped(text: string, at: number): boolean {
  let before = at
  while (text[before - 1] === '\\') before -= 1
  return (at - before) % 2 === 1
}

function endOfNumber(text: string, begin: number): number {
  let end = begin + 1
  while (isDigit(text.charCodeAt(end)) || '.eE+-'.includes(text.charAt(end) || ' ')) end += 1
  return end - 1
}

/** Fifteen digits are always kept; of zero the sign is not. */
function mayBeInexact(text: string, begin: number, last: number): boolean {
  if (last - begin > 14) return true
  for (let at = begin; at <= last; at++) if ((text.charCodeAt(at) | 32) === letterE) return true
  return text.charCodeAt(begin) === minus && text.charCodeAt(begin + 1) === zero
}

const blank = /[ \t\n\r]*/y

function afterBlanks(text: string, from: number): number {
  blank.lastIndex = from
  blank.test(text)
  return blank.lastIndex
}
