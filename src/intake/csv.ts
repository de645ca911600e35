import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream'
import { parse } from 'csv-parse'
import type { ReceivedLead } from '../domain/lead/received-lead.ts'
import { unguardedCell } from '../flows/digest/csv-cell.ts'
import type { Deps } from '../ports/deps.ts'
import { receiveLeads } from '../flows/intake/receive-leads.ts'
import { refusedRowsOf, type RefusedRows } from './csv-refused.ts'
import { bodyOf, type CsvRow } from './csv-row.ts'
import type { CsvMap } from './csv-map.ts'
import { readLead } from './http/lead-body.ts'

/** What became of the rows of a file. `imported` counts the leads that were new. */
export interface CsvReport {
  rows: number
  imported: number
  handedOff: number
  held: number
  updated: number
  unchanged: number
  duplicates: number
  refused: number
  /** Where the refused rows are. */
  refusedFile: string | null
}

export interface Progress {
  bytes: number
  of: number
  rows: number
}

interface Options {
  file: string
  map: CsvMap
  deps: Deps
  onProgress(progress: Progress): void
}

/** Rows that are saved together. */
const batchSize = 200

/**
 * Takes in the rows of a CSV file: UTF-8 with or without BOM, quoted cells, empty rows skipped. A row that can't be
 * used lands in a file beside it with the reason. Rows with an external id that are known already change nothing; one
 * without is a new request each time.
 * @throws Error when the file for refused rows is there already, or can't be written
 */
export async function importCsv({ file, map, deps, onProgress }: Options): Promise<CsvReport> {
  const { size: of } = await stat(file)
  const refused = await refusedRowsOf(file)
  const [source, header] = [createReadStream(file), new Array<string>()]
  const rows = pipeline(source, parser(map, header), () => undefined)
  const report = emptyReport()
  const save = async (batch: ReceivedLead[]) => {
    if (batch.length > 0) count(report, await receiveLeads(deps, { leads: batch.splice(0) }))
    onProgress({ bytes: source.bytesRead, of, rows: report.rows })
  }
  const batch: ReceivedLead[] = []
  try {
    for await (const row of rows as AsyncIterable<CsvRow>) {
      report.rows += 1
      take(row, { map, report, refused, batch, header })
      if (batch.length >= batchSize) await save(batch)
    }
    await save(batch)
  } finally {
    await refused.close()
  }
  return { ...report, refusedFile: report.refused > 0 ? refused.path : null }
}

/** Puts the names of the columns into `header`. @throws Error naming those of the mapping that the file does not have */
function parser(map: CsvMap, header: string[]) {
  const columns = (cells: string[]): string[] => {
    // A file of refused rows guards what a spreadsheet would run.
    const names = cells
      .map((cell) => cell.trim())
      .map((name) => (Object.hasOwn(map.columns, name) ? name : unguardedCell(name)))
    header.push(...names)
    const missing = Object.keys(map.columns).filter((column) => !names.includes(column))
    if (missing.length === 0) return names
    throw new Error(
      `the file has no column ${missing.map((name) => `"${name}"`).join(', ')}; it has: ${names.join(', ')}`,
    )
  }
  return parse({
    bom: true,
    columns,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    relax_column_count: true,
    relax_quotes: true,
  })
}

interface Desk {
  map: CsvMap
  report: CsvReport
  refused: RefusedRows
  batch: ReceivedLead[]
  header: string[]
}

function take(row: CsvRow, { map, report, refused, batch, header }: Desk): void {
  const lead = readLead(bodyOf(row, map), map.source, [])
  if (lead.ok) return void batch.push(lead.value)
  report.refused += 1
  // A row that ends early lacks its last columns.
  const whole = Object.fromEntries(header.map((name) => [name, row[name] ?? '']))
  refused.add(
    whole,
    lead.problems.map(({ path, remedy }) => (path ? `${path}: ${remedy}` : remedy)).join('; '),
  )
}

function count(report: CsvReport, received: Awaited<ReturnType<typeof receiveLeads>>): void {
  const of = (became: (typeof received)[number]['became']) =>
    received.filter((one) => one.became === became).length
  report.handedOff += of('handed-off')
  report.held += of('held')
  report.imported += of('handed-off') + of('held')
  report.updated += of('updated')
  report.unchanged += of('unchanged')
  report.duplicates += of('duplicate')
}

function emptyReport(): CsvReport {
  const zero = {
    rows: 0,
    imported: 0,
    handedOff: 0,
    held: 0,
    updated: 0,
    unchanged: 0,
    duplicates: 0,
    refused: 0,
  }
  return { ...zero, refusedFile: null }
}
