import { numberIn } from '../domain/lead/number-text.ts'
import { unguardedCell } from '../flows/digest/csv-cell.ts'
import type { CsvMap } from './csv-map.ts'

export type CsvRow = Record<string, string>

const numbers = new Set(['employees'])
const answers = new Set(['qualified', 'asks_again', 'test'])
const booleans = new Map([
  ...['true', 'yes', 'y', '1', 'ja'].map((word) => [word, true] as const),
  ...['false', 'no', 'n', '0', 'nein'].map((word) => [word, false] as const),
])

/** A row as the body of a lead, by the mapping: what was not answered is left out, the defaults fill what is missing. */
export function bodyOf(row: CsvRow, map: CsvMap): Record<string, unknown> {
  const body: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(map.defaults)) put(body, field, value)
  for (const [column, { field, values }] of Object.entries(map.columns)) {
    const cell = row[column]?.trim() ?? ''
    if (cell === '' || map.empty.includes(cell)) continue
    const known = values && Object.hasOwn(values, cell) ? values[cell] : undefined
    put(body, field, typed(field, known ?? unguardedCell(cell)))
  }
  return body
}

function put(body: Record<string, unknown>, field: string, value: unknown): void {
  if (!field.startsWith('attributes.')) body[field] = value
  else
    body['attributes'] = {
      ...(body['attributes'] as object),
      [field.slice('attributes.'.length)]: String(value),
    }
}

function typed(field: string, cell: string): unknown {
  if (numbers.has(field)) return /^-?\d[\d,. ]*$/.test(cell) ? numberOr(cell, /[,. ]/g) : cell
  if (answers.has(field)) return booleans.get(cell.toLowerCase()) ?? cell
  if (field === 'score') return { points: numberOr(cell) }
  return cell
}

/** What is no number is said to be none by the field that it is for. */
const numberOr = (cell: string, without: RegExp | string = ''): unknown =>
  numberIn(cell.replaceAll(without, '')) ?? cell
