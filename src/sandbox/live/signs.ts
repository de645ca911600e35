import { found, type Finding } from './finding.ts'

/** C0 but tab and line feed, C1, what takes no room or turns the direction, fillers, tags, hidden selectors. */
const hidden =
  /(?<emoji>(?=\p{Emoji})\p{RGI_Emoji})|(?![\t\n])[\p{Cc}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\u2800\uFFF9-\uFFFC\u{13430}-\u{1343F}\u{13440}-\u{13442}\u{16FE4}\u{1D159}]/gv

/** Half a character: what is left when a text is cut in the middle of one. */
const half = /\p{Cs}/gu

/** Marks upon one letter that spill over the lines around it. */
const tower = /\p{M}{9,}/gu

/** Signs that nobody can see, or that do something to the text around them. Emoji that Unicode lists may have some. */
export function hiddenSigns(text: string): Finding[] {
  const signs = [...text.matchAll(hidden)].filter(({ groups }) => groups?.['emoji'] === undefined)
  return [
    ...signs.map(([sign]) => ({ kind: 'control' as const, what: codePoint(sign) })),
    ...found('control', text, half).map(({ kind, what }) => ({ kind, what: codePoint(what) })),
    ...found('control', text, tower),
  ]
}

const codePoint = (sign: string): string =>
  `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
