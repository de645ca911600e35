import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { idOf, readLines, toCsv, toRow, type Row } from './replay-rows.ts'

/** A week's part of the file, and the leads in it. */
export interface WeekFile {
  file: string
  rows: Row[]
}

/**
 * Sorts all n rows by lead number and cuts them into weeks: the k-th, from 0, holds rows ⌊k·n/weeks⌋ up to, not
 * including, ⌊(k+1)·n/weeks⌋. Rows without a lead number come last, in the order of the file. A second row of a
 * sender's id is an update and no lead of its own.
 */
export async function spreadFile(file: string, weeks: number, folder: string): Promise<WeekFile[]> {
  const [header = [], ...lines] = await readLines(file)
  const column = header.findIndex((name) => name.trim() === 'Lead Number')
  if (column < 0) throw new Error('The file has no column “Lead Number”.')
  const sorted = lines.toSorted((a, b) => compare(numberIn(a[column]), numberIn(b[column])))
  const cuts = Array.from({ length: weeks + 1 }, (_, k) => Math.floor((k * sorted.length) / weeks))
  const seen = new Set<string>()
  const parts = cuts.slice(1).map((end, k) => sorted.slice(cuts[k], end))
  return Promise.all(
    parts.map(async (part, k) => {
      const path = join(folder, `week-${k}.csv`)
      const rows = part.map((cells) => toRow(header, cells)).filter((row) => isNew(row, seen))
      await writeFile(path, toCsv([header, ...part]))
      return { file: path, rows }
    }),
  )
}

const numberIn = (cell = ''): number => (/^\d+$/.test(cell.trim()) ? Number(cell) : Infinity)

/** Infinity minus itself is no number. */
const compare = (a: number, b: number): number => (a === b ? 0 : a - b)

function isNew(row: Row, seen: Set<string>): boolean {
  const isKnown = seen.has(idOf(row))
  seen.add(idOf(row))
  return !isKnown
}
