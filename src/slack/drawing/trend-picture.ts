import { createRequire } from 'node:module'
import type { TopLevelSpec } from 'vega-lite'
import type { Chart } from '../blocks/digest/chart.ts'

const size = { width: 640, height: 280 }
/** Drawn for screens with two pixels a point. */
const pixelWidth = 1440
const font = 'DejaVu Sans'
const fontFile = createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf')

/**
 * A chart as PNG, for a workspace whose Slack does not draw charts. The libraries are loaded when the first is drawn:
 * most workspaces never need them.
 */
export async function chartPicture(chart: Chart): Promise<Buffer> {
  const [{ compile }, vega, { Resvg }] = await Promise.all([
    import('vega-lite'),
    import('vega'),
    import('@resvg/resvg-js'),
  ])
  const view = new vega.View(vega.parse(compile(specOf(chart)).spec), { renderer: 'none' })
  const svg = await view.toSVG()
  view.finalize()
  const options = { fitTo: { mode: 'width', value: pixelWidth }, background: 'white' } as const
  const fonts = { loadSystemFonts: false, fontFiles: [fontFile], defaultFontFamily: font }
  return new Resvg(svg, { ...options, font: fonts }).render().asPng()
}

function specOf({ title, yLabel, series }: Chart): TopLevelSpec {
  const values = series.flatMap(({ name, points }) =>
    points.map(({ label, value }) => ({ series: name, week: label, value })),
  )
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    ...{ ...size, title, data: { values }, mark: { type: 'line', point: true, strokeWidth: 3 } },
    encoding: {
      x: { field: 'week', type: 'ordinal', title: null, axis: { labelAngle: 0 } },
      y: { field: 'value', type: 'quantitative', title: yLabel, scale: { domain: [0, 100] } },
      color: { field: 'series', type: 'nominal', title: null, legend: { orient: 'bottom' }, sort: null },
      strokeDash: { field: 'series', type: 'nominal', title: null, sort: null },
    },
    config: { font, background: 'white', padding: 20 },
  }
}
