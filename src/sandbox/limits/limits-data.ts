import { z } from 'zod'
import type { Block } from './block-types.ts'
import { tooLong, tooMany } from './limits-basics.ts'

const tableRows = 100
const tableColumns = 20
const tableCharacters = 10_000

/** What Slack would refuse in a table. */
export function tableViolations({ rows = [] }: Block, where: string): string[] {
  const characters = rows.flat().reduce((sum: number, cell) => sum + textLength(cell), 0)
  return [
    ...tooMany(`${where}/rows`, rows, tableRows),
    ...rows.flatMap((row, index) => tooMany(`${where}/rows/${index}`, row, tableColumns)),
    ...(characters > tableCharacters ? [`${where}/rows: more than ${tableCharacters} characters`] : []),
  ]
}

/** Characters of every `text` within. */
export function textLength(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value).reduce(
    (sum, [key, child]) =>
      sum + (key === 'text' && typeof child === 'string' ? child.length : textLength(child)),
    0,
  )
}

const label = z.string().min(1)
const points = z.array(z.object({ label, value: z.number() }))

/** https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block */
const chartSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('pie'), segments: points.min(1) }),
  z.object({
    type: z.enum(['bar', 'line', 'area']),
    series: z.array(z.object({ name: label, data: points.min(1) })).min(1),
    axis_config: z
      .object({
        categories: z.array(z.string()).optional(),
        x_label: z.string().optional(),
        y_label: z.string().optional(),
      })
      .optional(),
  }),
])
type Chart = z.infer<typeof chartSchema>

const seriesOrSegments = 12
const pointsOfSeries = 20
const titleCharacters = 50
const labelCharacters = 20

/** What Slack would refuse in a chart. */
export function chartViolations({ title, chart }: Block, where: string): string[] {
  const parsed = chartSchema.safeParse(chart)
  return [
    ...(typeof title === 'string'
      ? tooLong(`${where}/title`, title, titleCharacters)
      : [`${where}/title: is required`]),
    ...(parsed.success
      ? contentViolations(parsed.data, `${where}/chart`)
      : parsed.error.issues.map((issue) => `${where}/chart/${issue.path.join('/')}: ${issue.message}`)),
  ]
}

function contentViolations(chart: Chart, where: string): string[] {
  if (chart.type === 'pie') {
    return [
      ...tooMany(`${where}/segments`, chart.segments, seriesOrSegments),
      ...labels(chart.segments, where),
    ]
  }
  const { series, axis_config: axis } = chart
  return [
    ...tooMany(`${where}/series`, series, seriesOrSegments),
    ...tooLong(`${where}/x_label`, axis?.x_label, titleCharacters),
    ...tooLong(`${where}/y_label`, axis?.y_label, titleCharacters),
    ...series.flatMap(({ name, data }, index) => [
      ...tooLong(`${where}/series/${index}/name`, name, labelCharacters),
      ...tooMany(`${where}/series/${index}/data`, data, pointsOfSeries),
      ...labels(data, `${where}/series/${index}`),
    ]),
  ]
}

function labels(list: z.infer<typeof points>, where: string): string[] {
  return list.flatMap((point, index) => tooLong(`${where}/${index}/label`, point.label, labelCharacters))
}
