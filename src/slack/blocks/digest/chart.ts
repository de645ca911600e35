import type { Block } from '@slack/types'
import { plain } from '../parts/escape.ts'

/** Slack's limits of a chart. */
const titleCharacters = 50
const labelCharacters = 20
const mostPoints = 20

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
    name: plain(name, labelCharacters),
    data: points
      .slice(-mostPoints)
      .map(({ label, value }) => ({ label: plain(label, labelCharacters), value })),
  }))
  return {
    type: 'data_visualization',
    title: plain(title, titleCharacters),
    chart: {
      type: 'line',
      series: drawn,
      axis_config: {
        categories: drawn[0]?.data.map(({ label }) => label) ?? [],
        y_label: plain(yLabel, titleCharacters),
      },
    },
  }
}
