import type { Block } from '@slack/types'
import { plain } from '../parts/escape.ts'
import { slackLimits } from '../parts/slack-limits.ts'

export interface Series {
  name: string
  points: { label: string; value: number }[]
}

/**
 * A chart that Slack draws itself. @slack/types does not know it yet:
 * https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block
 */
export interface ChartBlock extends Block {
  type: 'data_visualization'
  title: string
  chart: {
    type: 'line'
    series: { name: string; data: { label: string; value: number }[] }[]
    axis_config: { categories: string[]; y_label: string }
  }
}

export interface Chart {
  title: string
  yLabel: string
  series: Series[]
}

export function lineChart({ title, yLabel, series }: Chart): ChartBlock {
  const drawn = series.map(({ name, points }) => ({
    name: plain(name, slackLimits.chartLabel),
    data: points
      .slice(-slackLimits.chartPoints)
      .map(({ label, value }) => ({ label: plain(label, slackLimits.chartLabel), value })),
  }))
  return {
    type: 'data_visualization',
    title: plain(title, slackLimits.chartTitle),
    chart: {
      type: 'line',
      series: drawn,
      axis_config: {
        categories: drawn[0]?.data.map(({ label }) => label) ?? [],
        y_label: plain(yLabel, slackLimits.chartTitle),
      },
    },
  }
}
