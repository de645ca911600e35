import { describe, expect, it } from 'vitest'
import { digestOf } from '../../src/domain/digest/digest-of.ts'
import { slicesNamed } from '../../src/domain/digest/number.ts'
import { sliceKinds } from '../../src/domain/digest/slice-kind.ts'
import { at } from '../support/leads.ts'
import { isBad, shapes, simulatedWeek, type Shape } from '../support/simulated-week.ts'

const week = { week: '2026-W47', from: at('00:00'), to: at('23:59') }

/** What one week's digest calls worse, over all that it shows. */
function called(shape: Shape, leads: number, simulated: { seed: number; isOneBad: boolean }) {
  const figures = digestOf(simulatedWeek(shape, leads, simulated), week)
  return sliceKinds.flatMap((by) =>
    slicesNamed(by, figures).flatMap(({ key, worse }) => (worse ? [{ by, key }] : [])),
  )
}

/** Of so many weeks, those with a wrong call, and those in which the bad source was called. */
function counted(shape: Shape, leads: number, { weeks, isOneBad }: { weeks: number; isOneBad: boolean }) {
  const calls = Array.from({ length: weeks }, (_, seed) => called(shape, leads, { seed: seed + 1, isOneBad }))
  const isWrong = ({ by, key }: (typeof calls)[number][number]) => !isOneBad || !isBad(by, key)
  return {
    wrong: calls.filter((list) => list.some(isWrong)).length / weeks,
    found:
      calls.filter((list) => list.some(({ by, key }) => by === 'source' && isBad(by, key))).length / weeks,
  }
}

const cases = shapes.flatMap((shape) => [400, 1200].map((leads) => [shape.name, leads, shape] as const))

/**
 * A week is wrong when its digest calls anything worse that is not: anything at all where nothing is true; and, where one
 * source is bad, anything but that source and the campaigns that are its own.
 */
describe('a digest as a whole', () => {
  it('calls wrongly in at most 5 of 100 weeks when nothing is true', () => {
    const rates = cases.map(
      ([, leads, shape]) => counted(shape, leads, { weeks: 200, isOneBad: false }).wrong,
    )
    for (const rate of rates) expect(rate).toBeLessThanOrEqual(0.05)
    const together = rates.reduce((sum, rate) => sum + rate, 0) / rates.length
    expect(together).toBeLessThanOrEqual(0.03)
    // Never to call anything would be right, too.
    expect(together).toBeGreaterThan(0.005)
  })

  it.each(cases)('of %s and %i leads finds the bad source, and calls no other', (_name, leads, shape) => {
    const { found, wrong } = counted(shape, leads, { weeks: 100, isOneBad: true })
    expect(found).toBeGreaterThanOrEqual(0.9)
    expect(wrong).toBeLessThanOrEqual(0.05)
  })
})
