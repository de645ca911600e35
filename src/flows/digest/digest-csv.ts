import { stringify } from 'csv-stringify/sync'
import { rateNames, rateOf, slicesNamed } from '../../domain/digest/number.ts'
import type { DigestFigures } from '../../domain/digest/figures.ts'
import { sliceKinds } from '../../domain/digest/slice-kind.ts'
import type { Rate } from '../../domain/statistics/wilson.ts'
import { oneLine } from '../../domain/text/visible-text.ts'
import { guardedCell } from './csv-cell.ts'

const columns = [
  'week',
  'measure',
  'slice',
  'key',
  'delivered',
  'count',
  'n',
  'share',
  'low',
  'high',
  'lost',
  'worse',
]

/**
 * A week's figures as CSV (RFC 4180, UTF-8 with a byte order mark), one number a row: `count` of `n`, its share and its
 * 95 % interval from 0 to 1. Empty where there is nothing to say; no cell is read as a formula, and each is
 * one line of what can be seen.
 */
export function digestCsv(figures: DigestFigures): string {
  const { week } = figures
  const rows = [...counts(figures), ...rates(figures), ...reasons(figures), ...slices(figures)]
  return stringify(
    rows.map((row) => ({ week, ...row })),
    {
      header: true,
      columns,
      bom: true,
      cast: { boolean: (yes) => (yes ? 'yes' : ''), string: (text) => guardedCell(oneLine(text)) },
    },
  )
}

const counts = (figures: DigestFigures) =>
  (['delivered', 'accepted', 'rejected', 'expired', 'open'] as const).map((measure) => ({
    measure,
    count: figures[measure],
  }))

const rates = (figures: DigestFigures) =>
  rateNames.map((name) => ({ measure: name, ...cells(rateOf({ name }, figures)) }))

const reasons = (figures: DigestFigures) =>
  figures.reasons.map(({ code }) => ({
    measure: 'share of rejections',
    slice: 'reason',
    key: code,
    ...cells(rateOf({ name: 'reason', key: code }, figures)),
  }))

const slices = (figures: DigestFigures) =>
  sliceKinds.flatMap((slice) =>
    slicesNamed(slice, figures).map(({ key, delivered, acceptance, lost, worse }) => ({
      ...{ measure: 'acceptance', slice, key, delivered, ...cells(acceptance) },
      ...{ lost: rounded(lost), worse },
    })),
  )

function cells(rate: Rate | null) {
  if (rate === null || rate.share === null) return { count: rate?.count, n: rate?.of }
  const { count, of: n, share, low, high } = rate
  return { count, n, share: rounded(share), low: rounded(low), high: rounded(high) }
}

const rounded = (value: number) => Number(value.toFixed(4))
