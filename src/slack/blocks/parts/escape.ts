import { oneLine, severalLines } from '../../../domain/text/visible-text.ts'

/** Text that is safe inside Slack's markup. Only this file and what is built from escaped parts makes it. */
export type Escaped = string & { readonly escaped: unique symbol }

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const usualLimit = 200

/** Text from outside as it may stand in Slack's markup: one line; no mention, link, format, emoji or hidden sign. */
export function escape(text: string, limit = usualLimit): Escaped {
  return fit(unformatted(oneLine(beginning(text, limit))), limit, encoded) as Escaped
}

/** What Baton or the team itself wrote: no mention and no link, but its lines and its *bold* stay. */
export function authored(text: string, limit = usualLimit): Escaped {
  return fit(severalLines(beginning(text, limit)), limit, encoded) as Escaped
}

/** Text from outside for `plain_text`, where nothing is markup: one line, cut to its limit between graphemes. */
export function plain(text: string, limit: number): string {
  return fit(oneLine(beginning(text, limit)), limit, (grapheme) => grapheme)
}

/** No more of a long text is looked at than can be shown, with room for what is taken out of it. */
const beginning = (text: string, limit: number): string => text.slice(0, 4 * limit + 1000)

const encoded = (grapheme: string): string => grapheme.replaceAll(/[&<>]/g, (sign) => entities[sign] ?? '')

const emojiName = String.raw`[\p{L}\p{M}\p{N}_'+\-]`
/** Slack's names without a letter: a time like 10:30 is none of them. */
const bareNames = String.raw`(?:[+\-]1|100|1234)`
/** An emoji's first colon; what follows the text may bring the second. */
const emojiColon = new RegExp(`:(?=${emojiName}+:|${emojiName}*\\p{L}${emojiName}*$|${bareNames}$)`, 'gu')
const outerUnderscores = /(?<![\p{L}\p{N}_])_+|_+(?![\p{L}\p{N}_])/gu

/** Signs that would format become others that look the same; those inside a word, as in `spring_2026`, never do. */
function unformatted(text: string): string {
  return withoutAsterisks(text)
    .replaceAll('~', '∼')
    .replaceAll('`', 'ˋ')
    .replaceAll(outerUnderscores, (run) => 'ˍ'.repeat(run.length))
    .replaceAll(emojiColon, '∶')
    .replace(/^>+/, (run) => '＞'.repeat(run.length))
}

/** An asterisk on a keycap is an emoji of three signs: the other two do not stay behind. */
export const withoutKeycaps = (text: string): string => text.replaceAll(/\*\uFE0F?\u20E3+/gu, '∗')

const withoutAsterisks = (text: string): string => withoutKeycaps(text).replaceAll('*', '∗')

const signs = Object.entries(entities)

/** The same text for `plain_text`, where nothing is markup. */
export function unescape(text: Escaped): string {
  return signs.toReversed().reduce((all, [sign, entity]) => all.replaceAll(entity, sign), String(text))
}

/** Escaped lines, one below the other. */
export function joinLines(lines: (Escaped | null)[]): Escaped {
  return lines.filter((line) => line !== null).join('\n') as Escaped
}

export function join(parts: (Escaped | null)[], separator: ' · ' | ', ' | ' '): Escaped {
  return parts.filter((part) => part !== null && part !== '').join(separator) as Escaped
}

export const bold = (text: Escaped): Escaped =>
  text === '' ? text : (`*${withoutAsterisks(text)}*` as Escaped)

/** A mention of a person by id: the one thing in a text that Slack is meant to turn into something. */
export function mention(userId: string): Escaped {
  return (/^[UW][A-Z0-9]+$/.test(userId) ? `<@${userId}>` : escape(userId)) as Escaped
}

export function channelMention(channelId: string): Escaped {
  return (/^[CG][A-Z0-9]+$/.test(channelId) ? `<#${channelId}>` : escape(channelId)) as Escaped
}

/** As many graphemes as fit into the limit once they are encoded, with an ellipsis where some did not. */
function fit(text: string, limit: number, encode: (grapheme: string) => string): string {
  let result = ''
  let last = ''
  for (const piece of pieces(text)) {
    const next = result + encode(piece)
    if (next.length > limit) return `${result.length < limit ? result : last}…`
    last = result
    result = next
  }
  return result
}

/** The beginning of escaped text, ending before an entity, a mention or a letter that does not fit as a whole. */
export function cutMarkup(text: string, limit: number): string {
  const signsOf = text.slice(0, limit + longestGrapheme).matchAll(/<[^>]*>|&\w+;|[^<&]+|[<&]/g)
  let result = ''
  for (const [sign] of signsOf) {
    const parts = /^[<&]/.test(sign) ? [sign] : pieces(sign)
    for (const part of parts) {
      if (result.length + part.length > limit) return result
      result += part
    }
  }
  return result
}

/** Longer than any letter or emoji that people use: a chain made to break limits. */
const longestGrapheme = 64

function* pieces(text: string): Generator<string> {
  for (const { segment } of graphemes.segment(text)) {
    if (segment.length > longestGrapheme) yield* segment
    else yield segment
  }
}
