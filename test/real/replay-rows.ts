import { createReadStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream'
import { parse } from 'csv-parse'
import { z } from 'zod'

const cellsSchema = z.array(z.string())

/** One row by the names of its columns. */
export type Row = Record<string, string>

export interface SplitFile {
  /** The first rows, each sender's id once: a second row of the same id is an update, not a handoff of its own. */
  rows: Row[]
  /** Two files of the same format: what is handed off, and what is held. */
  first: string
  rest: string
}

/** Splits the file after its first `count` rows into two files in the folder. */
export async function splitFile(file: string, count: number, folder: string): Promise<SplitFile> {
  const [header = [], ...lines] = await readLines(file)
  const [first, rest] = [join(folder, 'first.csv'), join(folder, 'rest.csv')]
  await writeFile(first, toCsv([header, ...lines.slice(0, count)]))
  await writeFile(rest, toCsv([header, ...lines.slice(count)]))
  const rows = lines.slice(0, count).map((cells) => toRow(header, cells))
  return { rows: onePerLead(rows), first, rest }
}

/** The rows of a CSV file, its header first; rows of nothing but blanks are left out. */
export async function readLines(file: string): Promise<string[][]> {
  const options = { bom: true, relax_column_count: true, skip_empty_lines: true }
  const lines: string[][] = []
  // A pipeline hands the reader's error on to the loop.
  for await (const cells of pipeline(createReadStream(file), parse(options), () => undefined)) {
    const line = cellsSchema.parse(cells)
    if (line.some((cell) => cell.trim() !== '')) lines.push(line)
  }
  return lines
}

/** One row by the names of its columns. */
export function toRow(header: string[], cells: string[]): Row {
  return Object.fromEntries(header.map((name, index) => [name.trim(), cells[index] ?? '']))
}

/** Each sender's id once: a second row of the same id is an update, not a handoff of its own. */
function onePerLead(rows: Row[]): Row[] {
  const byId = new Map<string, Row>()
  for (const row of rows) {
    const id = idOf(row)
    if (id !== '' && !byId.has(id)) byId.set(id, row)
  }
  return [...byId.values()]
}

/** The sender's id of a row. */
export const idOf = (row: Row): string => (row['Prospect ID'] ?? '').trim()

export const toCsv = (lines: string[][]): string =>
  lines.map((cells) => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`).join('')
