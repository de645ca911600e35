import type { TableBlock } from '@slack/types'
import { plain } from '../parts/escape.ts'

const mostRows = 100
/** Slack takes 10,000 characters in the tables of a message; a cell gets its share of them. */
const cellCharacters = 160
const mostCharacters = 10_000

/** A table of texts, its first row the headings. The first column is a name, the others are numbers. */
export function table(rows: string[][]): TableBlock {
  const cells = rows.slice(0, mostRows).map((row) => row.map((text) => plain(text, cellCharacters) || '–'))
  const numbers = rows[0]?.slice(1).map(() => ({ align: 'right' }) as const) ?? []
  return {
    type: 'table',
    column_settings: [{ align: 'left' }, ...numbers],
    rows: fitting(cells).map((row) => row.map((text) => ({ type: 'raw_text', text }))),
  }
}

/** As many rows as fit. */
function fitting(rows: string[][]): string[][] {
  let characters = 0
  return rows.filter((row) => (characters += row.join('').length) <= mostCharacters)
}
