import type { DigestNumbers } from '../../../domain/digest/figures.ts'
import type { Quantile } from '../../../domain/statistics/kaplan-meier.ts'
import { rateText } from './digest-lines.ts'
import { bold, joinLines, type Escaped } from '../parts/escape.ts'
import type { Reader } from '../parts/reader.ts'
import { marked, number } from '../parts/wording.ts'

/** Below this n a time says nothing. */
const fewest = 5

/** Minutes up to here are said as minutes, and as hours from there on. */
const mostMinutes = 90

/** How sales kept its side: in time, and how fast. */
export function salesLines(
  { clockKept, wait, accepted, rejected }: DigestNumbers,
  reader: Reader,
): Escaped | null {
  if (clockKept.of === 0) return null
  const kept = marked(reader, 'digest.clockKept', { rate: rateText(clockKept, reader) })
  const { median, ninetieth } = wait.working
  const waited = accepted + rejected >= fewest && median ? waitLine(median, ninetieth, reader) : null
  return joinLines([bold(marked(reader, 'digest.sales')), kept, waited])
}

function waitLine(median: Quantile, ninetieth: Quantile | null, reader: Reader): Escaped {
  const half = durationText(median, reader)
  return ninetieth?.reached
    ? marked(reader, 'digest.waitBoth', { median: half, ninetieth: durationText(ninetieth, reader) })
    : marked(reader, 'digest.waitHalf', { median: half })
}

/** "45 minutes", "3.5 hours", "more than 2 hours". */
export function durationText({ value, reached }: Quantile, reader: Reader): Escaped {
  const time =
    value < mostMinutes
      ? marked(reader, 'digest.minutes', { count: reached ? Math.max(1, value) : value })
      : marked(reader, 'digest.hours', { hours: number(Math.round(value / 6) / 10, reader) })
  return reached ? time : marked(reader, 'digest.longerThan', { time })
}
