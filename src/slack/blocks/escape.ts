/** Text that is safe inside Slack's markup. Only `escape` and what is built from escaped parts makes it. */
export type Escaped = string & { readonly escaped: unique symbol }

/** Control characters, zero-width and bidi marks, tag characters: nothing a person typed to be read. */
const invisible =
  // oxlint-disable-next-line no-control-regex -- control characters are what is taken out
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|[\u{E0000}-\u{E007F}]/gu

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const usualLimit = 200

/** Text from outside as it may stand in Slack's markup: no mention, no link, no trick with invisible characters. */
export function escape(text: string, limit = usualLimit): Escaped {
  return fit(clean(text), limit, (grapheme) =>
    grapheme.replaceAll(/[&<>]/g, (sign) => entities[sign] ?? ''),
  ) as Escaped
}

/** Text from outside for `plain_text`, where nothing is markup: cleaned, and cut to its limit between graphemes. */
export function plain(text: string, limit: number): string {
  return fit(clean(text), limit, (grapheme) => grapheme)
}

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
  text === '' ? text : (`*${text.replaceAll('*', '∗')}*` as Escaped)

/** A mention of a person by id: the one thing in a text that Slack is meant to turn into something. */
export function mention(userId: string): Escaped {
  return (/^[UW][A-Z0-9]+$/.test(userId) ? `<@${userId}>` : escape(userId)) as Escaped
}

export function channelMention(channelId: string): Escaped {
  return (/^[CG][A-Z0-9]+$/.test(channelId) ? `<#${channelId}>` : escape(channelId)) as Escaped
}

function clean(text: string): string {
  return text.toWellFormed().replaceAll(invisible, '')
}

/** As many graphemes as fit into the limit once they are encoded, with an ellipsis where some did not. */
function fit(text: string, limit: number, encode: (grapheme: string) => string): string {
  let result = ''
  let last = ''
  for (const { segment } of graphemes.segment(text)) {
    const next = result + encode(segment)
    if (next.length > limit) return `${result.length < limit ? result : last}…`
    last = result
    result = next
  }
  return result
}
