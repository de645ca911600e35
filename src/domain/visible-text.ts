/**
 * What nobody typed to be read: control characters, zero-width and bidi marks, fillers and blanks that look like nothing
 * (of Braille, hieroglyphs, Khitan, music), tags, variation selectors that carry hidden bytes. An emoji that Unicode lists is made with some of them and stays whole.
 */
const unseen =
  /(?<emoji>(?=\p{Emoji})\p{RGI_Emoji})|[\p{Cc}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\p{Zl}\p{Zp}\uFFF9-\uFFFC\u2800\u{13430}-\u{13442}\u{16FE4}\u{1D159}]/gv

/** A line separator of any kind: U+0085 is one too, though no `\s`. */
const breaks = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/gu

/** Runs of blanks, and every blank that is not one; a single non-breaking one, as in "72 %", stays. */
const blanks = /\s{2,}|[^\S\u00A0\u202F]/gu

/** Marks upon one letter; more of them only spill over the lines above and below. */
const spilling = /(\p{M}{4})\p{M}+/gu

/** Text from outside as one line that a person can see, `''` where there is nothing to be seen. */
export function oneLine(text: string): string {
  return seen(text.toWellFormed().replaceAll(breaks, ' ')).replaceAll(blanks, ' ').trim()
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
  const visible = text.replaceAll(unseen, (sign: string, emoji: string | undefined) =>
    emoji === undefined ? (/\s/u.test(sign) ? ' ' : '') : sign,
  )
  return visible.replaceAll(spilling, '$1').replace(/^\p{M}/u, '◌$&')
}
