import { expect, it } from 'vitest'
import { chartPicture } from '../../../src/slack/drawing/trend-picture.ts'

const chart = {
  title: 'Week by week',
  yLabel: 'per cent',
  series: [
    {
      name: 'Answered',
      points: [
        { label: '2026-W46', value: 92 },
        { label: '2026-W47', value: 97 },
      ],
    },
    {
      name: 'Accepted',
      points: [
        { label: '2026-W46', value: 41 },
        { label: '2026-W47', value: 63 },
      ],
    },
  ],
}

it('draws a chart as PNG in the process, the same each time', async () => {
  const [once, again] = [await chartPicture(chart), await chartPicture(chart)]
  expect(once.subarray(1, 4).toString()).toBe('PNG')
  expect(once.readUInt32BE(16)).toBe(1440)
  expect(once.equals(again)).toBe(true)
})

it('draws its texts: other words make another picture', async () => {
  const other = await chartPicture({ ...chart, title: 'Woche für Woche' })
  expect(other.equals(await chartPicture(chart))).toBe(false)
})
