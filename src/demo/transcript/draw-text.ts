import { styleText } from 'node:util'

/** Names by id, so that a mention reads as a person would see it. */
export type Names = ReadonlyMap<string, string>

/** Slack's mrkdwn as a terminal shows it: mentions as names, links as their label, entities as characters. */
export function drawText(text: string, names: Names): string {
  const plain = text
    .replaceAll(
      /<([@#])([A-Z0-9]+)(?:\|[^>]*)?>/g,
      (_, sign: string, id: string) => sign + (names.get(id) ?? id),
    )
    .replaceAll(/<!date\^[^|>]*\|([^>]*)>/g, '$1')
    .replaceAll(/<([^|>!@#][^|>]*)\|([^>]*)>/g, '$2')
    .replaceAll(/<(https?:[^>]*)>/g, '$1')
    .replaceAll(/(^|[\s(])\*(\S(?:[^*\n]*\S)?)\*(?=$|[\s.,:;!?)–-])/gm, (_, before: string, bold: string) => {
      return `${before}${styleText('bold', bold)}`
    })
    .replaceAll(/(^|[\s(])_(\S(?:[^_\n]*\S)?)_(?=$|[\s.,:;!?)–-])/gm, '$1$2')
  return plain.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

/** Breaks a text into lines of at most `width` characters, between words where there is a space. */
export function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, width))
}

function wrapLine(line: string, width: number): string[] {
  const lines: string[] = []
  let current = ''
  for (const word of line.split(' ')) {
    if (current !== '' && current.length + 1 + word.length > width) {
      lines.push(current)
      current = word
    } else current = current === '' ? word : `${current} ${word}`
  }
  return [...lines, current]
}
