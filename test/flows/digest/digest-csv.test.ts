import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { digestOf } from '../../../src/domain/digest/digest-of.ts'
import { digestCsv } from '../../../src/flows/digest/digest-csv.ts'
import { accepted, countedByHand, many, rejected } from '../../support/cohort.ts'
import { at } from '../../support/leads.ts'

const period = { week: '2026-W47', from: at('00:00'), to: at('23:00') }
const csvOf = (...handed: Parameters<typeof countedByHand>[0][]) =>
  digestCsv(digestOf(countedByHand(handed.flat()), period))
const rowsOf = (csv: string): Record<string, string>[] => parse(csv, { bom: true, columns: true })

it('holds every number of the week, each with its n and its interval', () => {
  const csv = csvOf(many(6, accepted({ source: 'fair' })), many(4, rejected('spam', { source: 'web' })))
  const rows = rowsOf(csv)
  const row = (measure: string, key = '') =>
    rows.find((one) => one['measure'] === measure && one['key'] === key)
  expect(rows.every(({ week }) => week === '2026-W47')).toBe(true)
  expect(row('delivered')).toMatchObject({ count: '10', share: '' })
  expect(row('acceptance')).toMatchObject({
    count: '6',
    n: '10',
    share: '0.6',
    low: '0.3127',
    high: '0.8318',
  })
  expect(row('share of rejections', 'spam')).toMatchObject({
    slice: 'reason',
    count: '4',
    n: '4',
    share: '1',
  })
  expect(row('acceptance', 'web')).toMatchObject({
    slice: 'source',
    delivered: '4',
    n: '4',
    share: '0',
    lost: '4',
  })
})

it('leaves empty what is not known', () => {
  const row = rowsOf(csvOf()).find(({ measure }) => measure === 'acceptance')
  expect(row).toMatchObject({ count: '0', n: '0', share: '', low: '', high: '' })
})

it.each([
  ['=HYPERLINK("http://x.example")', `'=HYPERLINK("http://x.example")`],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['＝1', "'＝1"],
  ['\t=1', "'=1"],
  ['  =1', "'=1"],
  ['a,"b"\nc', 'a,"b" c'],
  ['\u202Egnp.exe', 'gnp.exe'],
  ['Über', 'Über'],
  [';', ';'],
])('keeps a source called %j from being a formula, a line or a cell of its own', (source, expected) => {
  const csv = csvOf(many(1, accepted({ source })))
  const keys = rowsOf(csv).flatMap(({ slice, key }) => (slice === 'source' ? [key] : []))
  expect(keys).toEqual([expected])
  expect(csv.startsWith('\uFEFF')).toBe(true)
})
