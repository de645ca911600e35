import { expect, it } from 'vitest'
import { trendOf } from '../../../src/domain/digest/trend.ts'
import { wilson } from '../../../src/domain/statistics/wilson.ts'

const point = (week: string, of: number) => ({ week, coverage: wilson(of, of), acceptance: wilson(1, of) })

it('shows the weeks that can be compared, in their order across a year’s end', () => {
  const weeks = [point('2027-W01', 20), point('2026-W53', 40), point('2026-W52', 19), point('2026-W51', 300)]
  expect(trendOf(weeks).map(({ week }) => week)).toEqual(['2026-W51', '2026-W53', '2027-W01'])
})
