import type { TrendPoint } from '../../../domain/digest/figures.ts'
import type { DigestNumbers } from '../../../domain/digest/figures.ts'
import type { Rate } from '../../../domain/statistics/wilson.ts'
import { texts } from '../../text/index.ts'
import { lineChart, type Chart } from './chart.ts'
import { context } from '../parts/elements.ts'
import { escape, type Escaped } from '../parts/escape.ts'
import type { Reader } from '../parts/reader.ts'
import type { Message } from '../parts/message.ts'
import { marked, percent } from '../parts/wording.ts'

/** How coverage and acceptance went, week by week, as a chart; its text says the same. */
export function digestTrend(figures: DigestNumbers, reader: Reader): Message {
  const text = trendText(figures, reader)
  return {
    text,
    blocks: [lineChart(trendChart(figures, reader)), context(marked(reader, 'digest.trendNote'))],
  }
}

export function trendChart({ trend }: DigestNumbers, reader: Reader): Chart {
  const t = texts(reader.language)
  const series = (name: string, rateOf: (point: TrendPoint) => Rate) => ({
    name,
    points: trend.map((point) => ({ label: point.week, value: wholePercent(rateOf(point)) })),
  })
  return {
    title: t('digest.trend'),
    yLabel: t('digest.trendUnit'),
    series: [
      series(t('why.name-coverage'), ({ coverage }) => coverage),
      series(t('why.name-acceptance'), ({ acceptance }) => acceptance),
    ],
  }
}

/** What the chart shows, for whoever can't see it. */
export function trendText({ trend }: DigestNumbers, reader: Reader): Escaped {
  const [first, last] = [trend[0], trend.at(-1)]
  if (!first || !last) return marked(reader, 'digest.trend')
  const at = ({ week, coverage, acceptance }: TrendPoint) =>
    marked(reader, 'digest.trendPoint', {
      week: escape(week),
      coverage: percent(coverage.share ?? 0, reader),
      acceptance: percent(acceptance.share ?? 0, reader),
    })
  return marked(reader, 'digest.trendText', { from: at(first), to: at(last) })
}

const wholePercent = ({ share }: Rate): number => Math.round((share ?? 0) * 100)
