/**
 * Letters and digits alone, the first so many: what of a text must still be there, whatever was done to its signs.
 * Entities are read as Slack shows them.
 */
export function core(text: string, length = 30): string {
  const found = [
    ...text
      .normalize('NFD')
      .matchAll(/(?![\p{Default_Ignorable_Code_Point}\u{13441}\u{13442}])[\p{Lu}\p{Ll}\p{Lo}\p{Nd}]/gu),
  ].map(([letter]) => letter)
  return found.slice(0, length).join('')
}

/** Everything a person reads of a message or view: entities are signs in markup, and letters in plain text. */
export function readBy(shown: unknown): string {
  if (Array.isArray(shown)) return shown.map(readBy).join('\n')
  if (typeof shown !== 'object' || shown === null) return ''
  const { type, text, ...rest } = shown as { type?: unknown; text?: unknown }
  const isMarkup = type !== 'plain_text' && type !== 'raw_text'
  const own = typeof text === 'string' ? (isMarkup ? decoded(text) : text) : readBy(text)
  return [own, ...Object.values(rest).map(readBy)].filter((part) => part !== '').join('\n')
}

const decoded = (markup: string): string =>
  markup.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
