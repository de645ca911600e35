import { expect, it } from 'vitest'
import { exactly, none } from './rig.ts'
import { hasReached, reportOf, runSchema, tableOf, type Run } from './result.ts'

const aRun = (seed: number, lost: number): Run => ({
  ...{ reached: lost === 0, at: '2026-11-25T22:10:00.000Z', seed, short: false, seconds: 1500 },
  machine: { node: 'v24.21.0', system: 'Linux 6', cpu: 'a processor', cores: 2 },
  results: [
    {
      ...{ name: 'kill', says: 'Kills.', reached: lost === 0, rounds: 99, roundsWanted: 99, seconds: 300 },
      figures: [none('lost', lost), exactly('posted', 600 - lost, 600)],
    },
  ],
})

it('puts runs side by side, and says which figure was not reached', () => {
  const report = reportOf([aRun(7, 0), aRun(8, 2)])
  expect(report).toContain('| figure | wanted | seed 7 | seed 8 |')
  expect(report).toContain('| lost | at most 0 | 0 | 2 **not reached** |')
  expect(report).toContain('| posted | exactly 600 | 600 | 598 **not reached** |')
  expect(report).toContain('`npm run chaos -- all --seed 8 --json` on 2026-11-25 22:10 UTC: 25 minutes')
})

it('reads what a run printed', () => {
  expect(runSchema.parse(JSON.parse(JSON.stringify(aRun(7, 0))))).toEqual(aRun(7, 0))
})

it('is reached with every figure and every round, and not otherwise', () => {
  const figures = [none('lost', 0), exactly('posted', 3, 3)]
  const full = { rounds: 99, roundsWanted: 99, figures }
  expect(hasReached(full)).toBe(true)
  expect(hasReached({ ...full, rounds: 120 })).toBe(true)
  expect(hasReached({ ...full, rounds: 98 })).toBe(false)
  expect(hasReached({ ...full, figures: [...figures, none('doubled', 1)] })).toBe(false)
})

it('says when there were fewer rounds than the figures want', () => {
  const [kill] = aRun(7, 0).results
  if (!kill) throw new Error('no result')
  expect(tableOf(kill)).toContain('kill: reached (99 rounds, 300 s)')
  const hasty = { ...kill, rounds: 1, reached: hasReached({ ...kill, rounds: 1 }) }
  expect(tableOf(hasty)).toContain('kill: NOT reached (1 rounds, and not 99, 300 s)')
  expect(reportOf([{ ...aRun(7, 0), results: [hasty] }])).toContain('Kills. (1 rounds, and not 99)')
})
