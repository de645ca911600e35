/**
 * What nobody typed to be read: control characters, zero-width and bidi marks, fillers and blanks that look like nothing
 * (of Braille, hieroglyphs, Khitan, music), tags, variation selectors that carry hidden bytes.
 */
const unseen =
  /[\p{Cc}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\p{Zl}\p{Zp}\uFFF9-\uFFFC\u2800\u{13430}-\u{13442}\u{16FE4}\u{1D159}]+/v

/** Emoji that Unicode lists with some of them: the sign of what else is a letter, a keycap, a flag of a region. */
const selected =
  /[\p{Emoji}--\p{Emoji_Presentation}--[0-9#*]]\uFE0F|[0-9#*]\uFE0F\u20E3|(?=🏴\u{E0067})\p{RGI_Emoji_Tag_Sequence}/v

/** Several emoji that may be joined to one. The engine compares each with more than a thousand. */
const mayBeJoined = /\p{Emoji}[\p{Emoji_Modifier}\uFE0F]?(?=\u200D\p{Emoji})/v
const eachToBeJoined = new RegExp(mayBeJoined, 'gv')
const joined = new RegExp(`(?=${mayBeJoined.source})\\p{RGI_Emoji_ZWJ_Sequence}`, 'v')

const eitherOf = (kept: RegExp[]): RegExp =>
  new RegExp(`(${kept.map(({ source }) => source).join('|')})|${unseen.source}`, 'gv')
/** What a text is looked through for; an emoji in it stays whole. */
const [whole, apart] = [eitherOf([joined, selected]), eitherOf([selected])]

/** In a text with more of them than anybody reads they come apart, or one lead could keep the thread for a second. */
const mostJoined = 20

/** Most of what comes in: there is nothing to be taken out of it. Each sign can be read in one way only, or it would take ages. */
const plain = /^(?:[!-~]+(?: [!-~]+)*)? ?$/

/** A line separator of any kind: U+0085 is one too, though no `\s`. */
const breaks = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/gu

/** What separates words, and nobody sees: such a sign is not just taken out. */
const unseenBlanks = /[\t\n\r\v\f\u0085\u2028\u2029\uFEFF]+/gu

/** Runs of blanks, and every blank that is not one; a single non-breaking one, as in "72 %", stays. */
const blanks = /\s{2,}|[^\S \u00A0\u202F]/gu

/** Marks upon one letter; more of them only spill over the lines above and below. */
const spilling = /(\p{M}{4})\p{M}+/gu

/** Text from outside as one line that a person can see, `''` where there is nothing to be seen. */
export function oneLine(text: string): string {
  if (plain.test(text)) return text.trimEnd()
  return seen(text.toWellFormed().replaceAll(unseenBlanks, ' ')).replaceAll(blanks, ' ').trim()
}

/** The same with its line breaks, at most one blank line at a time. */
export function severalLines(text: string): string {
  const lines = text.toWellFormed().split(breaks).map(oneLine)
  return lines
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}

function seen(text: string): string {
  const visible = unseen.test(text) ? withoutUnseen(text) : text
  return visible.replaceAll(spilling, '$1').replace(/^\p{M}/u, '◌$&')
}

function withoutUnseen(text: string): string {
  return text.replaceAll(isCrowded(text) ? apart : whole, '$1')
}

function isCrowded(text: string): boolean {
  let found = 0
  for (const _ of text.matchAll(eachToBeJoined)) if (++found > mostJoined) return true
  return false
}
