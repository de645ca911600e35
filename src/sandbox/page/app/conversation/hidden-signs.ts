/**
 * slack-blocks-to-jsx turns Slack's entities back into signs before it looks for mentions, and reads plain text as
 * markup: an escaped `&lt;!channel&gt;` would be drawn as a live mention, which Slack never does. So the signs travel
 * through it as characters of the private use area, and become entities again in the markup.
 */
const signs: [sign: string, hidden: string, drawn: string][] = [
  ['&amp;', '\uE000', '&amp;'],
  ['&lt;', '\uE001', '&lt;'],
  ['&gt;', '\uE002', '&gt;'],
]
const plainSigns: typeof signs = [
  ...signs,
  ['<', '\uE001', '&lt;'],
  ['>', '\uE002', '&gt;'],
  ['*', '\uE003', '*'],
  ['_', '\uE004', '_'],
  ['~', '\uE005', '~'],
  ['`', '\uE006', '`'],
]

/** The same blocks with every sign hidden that the library would misread. */
export function hide(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(hide)
  if (typeof value !== 'object' || value === null) return value
  // `verbatim` keeps Slack from making links of words; the library would leave bold and italic undone as well.
  const fields = Object.entries(value).filter(([key]) => key !== 'verbatim')
  const isPlain = 'type' in value && value.type === 'plain_text'
  return Object.fromEntries(
    fields.map(([key, child]) => {
      if (key === 'text' && typeof child === 'string') return [key, swap(child, isPlain ? plainSigns : signs)]
      return [key, hide(child)]
    }),
  )
}

/** The markup with every hidden sign as what Slack would show. */
export function unhide(markup: string): string {
  return plainSigns.reduce((text, [, hidden, drawn]) => text.replaceAll(hidden, drawn), markup)
}

/** A plain text as a person reads it. */
export function readable(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

function swap(text: string, table: typeof signs): string {
  return table.reduce((swapped, [sign, hidden]) => swapped.replaceAll(sign, hidden), text)
}
