import type { TableBlock } from '@slack/types'
import { plain } from '../parts/escape.ts'
import { slackLimits } from '../parts/slack-limits.ts'

/** A cell gets its share of what the tables of a message may hold. */
const cellCharacters = 160

/** A table of texts, its first row the headings. The first column is a name, the others are numbers. */
export function table(rows: string[][]): TableBlock {
  const cells = rows
    .slice(0, slackLimits.tableRows)
    .map((row) => row.map((text) => plain(text, cellCharacters) || '–'))
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
  return rows.filter((row) => (characters += row.join('').length) <= slackLimits.tables)
}
