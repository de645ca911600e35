import type { DigestFigures } from '../../../domain/digest/figures.ts'
import type { Quantile } from '../../../domain/statistics/kaplan-meier.ts'
import { rateText } from './digest-lines.ts'
import { bold, joinLines, type Escaped } from '../parts/escape.ts'
import type { Look } from '../parts/look.ts'
import { marked, number } from '../parts/wording.ts'

/** Below this n a time says nothing. */
const fewest = 5

/** Minutes up to here are said as minutes, and as hours from there on. */
const mostMinutes = 90

/** How sales kept its side: in time, and how fast. */
export function salesLines(
  { clockKept, wait, accepted, rejected }: DigestFigures,
  look: Look,
): Escaped | null {
  if (clockKept.of === 0) return null
  const kept = marked(look, 'digest.clockKept', { rate: rateText(clockKept, look) })
  const { median, ninetieth } = wait.working
  const waited = accepted + rejected >= fewest && median ? waitLine(median, ninetieth, look) : null
  return joinLines([bold(marked(look, 'digest.sales')), kept, waited])
}

function waitLine(median: Quantile, ninetieth: Quantile | null, look: Look): Escaped {
  const half = durationText(median, look)
  return ninetieth?.reached
    ? marked(look, 'digest.waitBoth', { median: half, ninetieth: durationText(ninetieth, look) })
    : marked(look, 'digest.waitHalf', { median: half })
}

/** "45 minutes", "3.5 hours", "more than 2 hours". */
export function durationText({ value, reached }: Quantile, look: Look): Escaped {
  const time =
    value < mostMinutes
      ? marked(look, 'digest.minutes', { count: reached ? Math.max(1, value) : value })
      : marked(look, 'digest.hours', { hours: number(Math.round(value / 6) / 10, look) })
  return reached ? time : marked(look, 'digest.longerThan', { time })
}
