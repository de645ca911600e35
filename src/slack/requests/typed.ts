import { oneLine } from '../../domain/text/visible-text.ts'

/** Slack's own words in a text: a link, a mention, a date, each with what it was shown as behind a bar. */
const ownWord = /<(?<kind>[@#!]|[a-z][a-z0-9+.-]*:)(?<target>[^<>|\n]*)(?:\|(?<label>[^<>\n]*))?>/giu
const entity = /&(amp|lt|gt);/g
const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>' }

/** What somebody typed, from what Slack made of it: links and mentions as they were shown, and `&amp;` as `&`. */
export function unescape(text: string): string {
  const shown = text.replaceAll(ownWord, (...match) => {
    // The last argument is what the named groups hold: the pattern has some.
    const { kind = '', target = '', label = '' } = match.at(-1) as Record<string, string | undefined>
    return shownAs(kind.toLowerCase(), target, label)
  })
  return shown.replaceAll(entity, (whole, name: string) => signs[name] ?? whole)
}

function shownAs(kind: string, target: string, label: string): string {
  switch (kind) {
    case '@':
    case '#':
      return kind + (label || target).replace(/^[@#]/, '')
    case '!':
      return label || `@${target.replace(/^subteam\^/, '')}`
    case 'mailto:':
    case 'tel:':
      return label || target
    default:
      return label || kind + target
  }
}

const doubleQuotes = /[“”„‟«»″]/gu
const singleQuotes = /[‘’‚‛‹›′]/gu
const hyphens = /[\u2010\u2011]/g
/** The signs of ASCII in the width of a Chinese or Japanese one. */
const wide = /[\uFF01-\uFF5E]/g

/** Around a word or several, as somebody types who wants them bold or as code. */
const formatted = /(?<=^|\s)([*_~`]{1,3})(\S(?:.*?\S)?)\1(?=\s|$)/gu
const quoted = /^(["'])((?:(?!\1).)*)\1$/u
/** Characters that are read: nobody looks for more. */
const longest = 1_000

/**
 * What somebody typed behind a command, in plain signs: as one line, with straight quotes and simple blanks, and without
 * what a keyboard or a habit put around it.
 */
export function typed(text: string): string {
  const line = oneLine(unescape(text).slice(0, longest))
    .replaceAll(/\s+/g, ' ')
    .replaceAll(wide, (sign) => String.fromCodePoint(sign.charCodeAt(0) - 0xfee0))
    .replaceAll(doubleQuotes, '"')
    .replaceAll(singleQuotes, "'")
    .replaceAll(hyphens, '-')
    .replaceAll(formatted, '$2')
  return line.replace(quoted, '$2').trim()
}
