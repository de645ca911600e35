import { createWriteStream, type WriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { finished } from 'node:stream/promises'
import { guardedCell } from '../flows/csv-cell.ts'
import type { CsvRow } from './csv-row.ts'

/** The rows that were refused, beside the file they came from, to be corrected and imported again. */
export interface RefusedRows {
  path: string
  add(row: CsvRow, reason: string): void
  close(): Promise<void>
}

/** A file is only written once there is something to put into it; one of an earlier import is removed. */
export async function refusedRowsOf(file: string): Promise<RefusedRows> {
  const path = `${file.replace(/\.csv$/i, '')}.refused.csv`
  await rm(path, { force: true })
  let stream: WriteStream | undefined
  const write = (cells: string[]) => stream?.write(`${cells.map(quoted).join(',')}\r\n`)
  return {
    path,
    add: (row, reason) => {
      if (!stream) {
        stream = createWriteStream(path)
        write([...Object.keys(row), 'refused because'])
      }
      write([...Object.values(row), reason])
    },
    close: async () => {
      if (!stream) return
      stream.end()
      await finished(stream)
    },
  }
}

/** RFC 4180, and no cell that a spreadsheet would run as a formula. */
function quoted(cell: string): string {
  const safe = guardedCell(cell)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
