import { appendFileSync, closeSync, openSync } from 'node:fs'
import { lstat } from 'node:fs/promises'
import { guardedCell, unguardedCell } from '../flows/digest/csv-cell.ts'
import type { CsvRow } from './csv-row.ts'

/** The rows that were refused, beside the file they came from, to be corrected and imported again. */
export interface RefusedRows {
  path: string
  /** @throws Error when it can't be written down */
  add(row: CsvRow, reason: string): void
  close(): Promise<void>
}

const because = 'refused because'

/**
 * A file is only written once there is something to put into it, and then row by row, so that none waits in memory.
 * @throws Error when one is there already: it may hold somebody's corrections
 */
export async function refusedRowsOf(file: string): Promise<RefusedRows> {
  const path = `${file.replace(/\.csv$/i, '')}.refused.csv`
  if (await isThere(path)) throw alreadyThere(path)
  let opened: number | undefined
  return {
    path,
    add: (row, reason) => {
      // A row that was refused before has the column already.
      const cells = { ...row, [because]: reason }
      try {
        opened ??= begun(path, Object.keys(cells))
        append(opened, Object.values(cells))
      } catch (cause) {
        throw inWords(path, cause)
      }
    },
    close: async () => {
      if (opened !== undefined) closeSync(opened)
    },
  }
}

function begun(path: string, header: string[]): number {
  const opened = openSync(path, 'wx')
  append(opened, header)
  return opened
}

const append = (opened: number, cells: string[]): void =>
  appendFileSync(opened, `${cells.map(quoted).join(',')}\r\n`)

/** RFC 4180, and no cell that a spreadsheet would run as a formula; one that was guarded before is not guarded twice. */
function quoted(cell: string): string {
  const safe = guardedCell(unguardedCell(cell))
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const isThere = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  )

const alreadyThere = (path: string, cause?: unknown): Error =>
  new Error(`${path} is there already, from an earlier import: import it, or move it away first.`, { cause })

function inWords(path: string, cause: unknown): Error {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null
  if (code === 'EEXIST') return alreadyThere(path, cause)
  const why = cause instanceof Error ? cause.message : String(cause)
  return new Error(
    `A row was refused, and ${path} can't be written (${why}). The import ended there; rows above it may be in. ` +
      'Copy the CSV file into a folder that can be written to, and import it from there.',
    { cause },
  )
}
