import { existsSync } from 'node:fs'
import { mkdtempDisposable, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { decisionOf } from './replay-decision.ts'
import { splitFile } from './replay-rows.ts'
import { replayWeeks } from './replay-weeks.ts'
import { replay } from './replay.ts'

const file =
  process.env['BATON_REAL_DATA'] ??
  new URL('../../../shared/data/x-education-leads-dev.csv', import.meta.url).pathname

/** Enough rows to tell the first ones from the others; the whole file takes half a minute. */
const rowsOfFile = 300
const rowsOfWeeks = 600

/** The same figures by another way: a few lines over the raw file, with none of the replay's code. */
async function figuresFromFile(first: number) {
  const all = parsedRows(await readFile(file, 'utf8'))
  return { imported: rowsOfFile, handed_off: first, ...figuresOf(all.slice(0, first)) }
}

const parsedRows = (text: string) =>
  z
    .array(z.record(z.string(), z.string()))
    .parse(parse(text, { bom: true, columns: true, skip_empty_lines: true }))

function figuresOf(rows: Record<string, string>[]) {
  const reasons: Record<string, number> = {}
  let [accepted, undecided] = [0, 0]
  for (const { Tags: tag = '', Converted: converted } of rows) {
    const reason = converted === '1' ? null : reasonOf(tag.toLowerCase())
    if (reason) reasons[reason] = (reasons[reason] ?? 0) + 1
    else if (converted === '1' || (tag !== '' && tag !== 'Select')) accepted += 1
    else undecided += 1
  }
  const rejected = Object.values(reasons).reduce((sum, n) => sum + n, 0)
  return { accepted, rejected, undecided, reasons }
}

async function weeksFromFile(path: string, weeks: number) {
  const all = parsedRows(await readFile(path, 'utf8'))
  const sorted = all.toSorted((a, b) => Number(a['Lead Number']) - Number(b['Lead Number']))
  return Array.from({ length: weeks }, (_, k) => {
    const [start, end] = [k, k + 1].map((edge) => Math.floor((edge * all.length) / weeks))
    const { undecided, accepted, rejected, reasons } = figuresOf(sorted.slice(start, end))
    return { delivered: accepted + rejected + undecided, accepted, rejected, expired: undecided, reasons }
  })
}

function reasonOf(tag: string): string | null {
  if (/^(already a|lateral) student$/.test(tag)) return 'duplicate'
  if (/^(invalid|wrong) number( given)?$|^number not provided$/.test(tag)) return 'bad-data'
  if (/^diploma holder|^graduation in|^university not|^recognition issue/.test(tag)) return 'role-fit'
  if (/^interested +in (other courses|full time mba)$/.test(tag)) return 'other'
  return tag === 'not doing further education' ? 'low-intent' : null
}

describe('real leads', () => {
  test.skipIf(!existsSync(file))(
    'gives the figures that a few lines compute straight from the file',
    async () => {
      await using folder = await mkdtempDisposable(join(tmpdir(), 'baton-replay-'))
      const { first: part } = await splitFile(file, rowsOfFile, folder.path)
      const result = await replay({ file: part, first: 60, report: () => {} })
      expect(result).toEqual(await figuresFromFile(60))
      expect(Object.keys(result.reasons).length).toBeGreaterThan(0)
    },
  )

  test.skipIf(!existsSync(file))(
    'gives, spread over weeks, the figures that a few lines compute straight from the file',
    async () => {
      await using folder = await mkdtempDisposable(join(tmpdir(), 'baton-replay-'))
      const { first: part } = await splitFile(file, rowsOfWeeks, folder.path)
      const results = await replayWeeks({ file: part, weeks: 4, report: () => {} })
      expect(results.map(({ week: _week, ...figures }) => figures)).toEqual(await weeksFromFile(part, 4))
      expect(results.some(({ expired }) => expired > 0)).toBe(true)
    },
  )

  test.each([
    [{ Converted: '1', Tags: 'Already a student' }, 'accept'],
    [{ Converted: '0', Tags: ' Already a student ' }, { reason: 'duplicate' }],
    [{ Converted: '0', Tags: 'Already a student?' }, 'accept'],
    [{ Converted: '0', Tags: '' }, null],
    [{ Converted: '0', Tags: 'Select' }, null],
  ])('reads %j as %j', (row, decision) => {
    expect(decisionOf(row)).toEqual(decision)
  })
})
