import { describe, expect, it } from 'vitest'
import { funnelOf, funnelSteps, type StepCount } from '../../../src/domain/digest/funnel.ts'
import { chance } from '../../support/chance.ts'
import { medianByHand, percent, published, seeds, whole, type Seen } from './reference.ts'

/** `9` took the step after nine days, `-13` was last seen on the thirteenth without it. */
const lagsOf = (days: number[]) =>
  days.map((day) => ({ after: Math.abs(day), decided: day > 0 ? 1 : 0, censored: day > 0 ? 0 : 1 }))

const step = (days: number[], entered = 20, advanced = 7): StepCount => ({
  ...{ entered, advanced, lags: lagsOf(days) },
})

const salToSql = (age: number, count: StepCount) => funnelOf({ age, steps: { salToSql: count } }).salToSql

describe('the funnel', () => {
  it('leaves out the steps that are not recorded yet', () => {
    const absent = { mqlToSal: null, salToSql: null, sqlToWon: null }
    expect(funnelOf({ age: 900, steps: {} })).toEqual(absent)
    expect(funnelOf({ age: 900, steps: { mqlToSal: null } })).toEqual(absent)
    expect(funnelOf({ age: 900, steps: { mqlToSal: step([1]) } })).toMatchObject({
      ...absent,
      mqlToSal: { count: 7, of: 20 },
    })
  })

  it.each<[string, number, number[]]>([
    ['nobody ever took the step', 900, []],
    ['one took it, and twice that is not over', 19.99, [10]],
    ['the median is not reached', 900, [1, -2, -3, -10]],
    ['waiting ones make the median longer', 8, [2, 4, 6, -3, -5]],
  ])('is maturing when %s', (_name, age, days) => {
    expect(salToSql(age, step(days))).toBe('maturing')
  })

  it.each<[string, number, number[]]>([
    ['exactly twice the median', 20, [10]],
    ['older than that', 20.01, [10]],
    ['twice the median of the quick, nobody waiting', 8, [2, 4, 6]],
    ['exactly twice the median that waiting ones made longer', 12, [2, 4, 6, -3, -5]],
  ])('is a rate at %s', (_name, age, days) => {
    expect(salToSql(age, step(days))).toMatchObject({ count: 7, of: 20, share: 0.35 })
  })

  it('of an old cohort without anybody at a stage claims nothing', () => {
    expect(salToSql(20, step([10], 0, 0))).toMatchObject({ count: 0, of: 0, share: null })
  })

  it('looks at each step by itself', () => {
    const steps = { mqlToSal: step([1], 10, 4), salToSql: step([10], 4, 2), sqlToWon: step([30], 2, 1) }
    expect(funnelOf({ age: 20, steps })).toMatchObject({
      ...{ mqlToSal: { count: 4, of: 10 }, salToSql: { count: 2, of: 4 }, sqlToWon: 'maturing' },
    })
  })

  it.each(published)('%i of %i advanced is %i to %i percent', (...[advanced, entered, low, high]) => {
    const rate = salToSql(20, step([10], entered, advanced))
    expect(rate).not.toBe('maturing')
    expect(rate && rate !== 'maturing' && percent(rate)).toEqual([low, high])
  })

  it('matures when counting lead by lead says so', () => {
    const outcomes = seeds(300).map((seed) => {
      const random = chance(seed)
      const leads = Array.from({ length: whole(random, 0, 9) }, () => ({
        ...{ after: whole(random, 1, 8), happened: random() < 0.6 },
      }))
      const [age, name] = [whole(random, 0, 16), funnelSteps[seed % 3] ?? 'mqlToSal']
      const count = step(leads.map(({ after, happened }) => (happened ? after : -after)))
      const isOld = isOldByHand(leads, age)
      expect(funnelOf({ age, steps: { [name]: count } })[name] !== 'maturing').toBe(isOld)
      return isOld
    })
    expect(new Set(outcomes).size).toBe(2)
  })
})

function isOldByHand(leads: Seen[], age: number): boolean {
  const median = medianByHand(leads)
  return median !== null && age / 2 >= median
}
