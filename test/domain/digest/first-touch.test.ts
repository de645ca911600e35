import { describe, expect, it } from 'vitest'
import { firstTouchOf, type TouchWait } from '../../../src/domain/digest/first-touch.ts'
import { chance } from '../../support/chance.ts'
import { medianByHand, percent, published, seeds, whole } from './reference.ts'

const target = 1440

const touched = (after: number, times = 1): TouchWait => ({ after, target, touched: times, untouched: 0 })
const untouched = (after: number, times = 1): TouchWait => ({ after, target, touched: 0, untouched: times })

describe('accept → first touch', () => {
  it.each([null, undefined])('is absent, not zero, while no touches are recorded: %s', (none) => {
    expect(firstTouchOf(none)).toBeNull()
  })

  it.each<[string, TouchWait[], number | null, [number, number]]>([
    ['nobody accepted', [], null, [0, 0]],
    ['one touched', [touched(30)], 30, [1, 1]],
    ['one touched exactly on target', [touched(1440)], 1440, [1, 1]],
    ['one touched just past target', [touched(1440.01)], 1440.01, [0, 1]],
    ['one untouched exactly on target', [touched(9), untouched(1440)], 9, [1, 2]],
    ['one untouched whose target is to come', [touched(9), untouched(1439.99)], 9, [1, 1]],
    ['one untouched long past target', [touched(9), untouched(9000)], 9, [1, 2]],
    ['several of one length', [touched(10, 3), touched(2000, 2), untouched(3000, 4)], 2000, [3, 9]],
    ['a target of its own', [{ after: 50, target: 30, touched: 1, untouched: 0 }], 50, [0, 1]],
  ])('of %s', (...[_name, waits, median, [count, of]]) => {
    const figures = firstTouchOf(waits)
    expect(figures?.median).toEqual(median === null ? null : { value: median, reached: true })
    expect(figures?.withinTarget).toMatchObject({ count, of, share: of === 0 ? null : count / of })
  })

  it('has a median longer than that of the touched alone when others still wait', () => {
    const quick = [touched(10), touched(20), touched(30)]
    expect(firstTouchOf(quick)?.median).toEqual({ value: 20, reached: true })
    expect(firstTouchOf([...quick, untouched(25), untouched(40)])?.median?.value).toBe(30)
    expect(firstTouchOf([...quick, untouched(500, 9)])?.median).toEqual({ value: 500, reached: false })
    expect(firstTouchOf([...quick, untouched(500, 9), untouched(900, 0)])?.median?.value).toBe(500)
  })

  it.each(published)('%i of %i within target is %i to %i percent', (...[count, of, low, high]) => {
    const figures = firstTouchOf([touched(60, count), untouched(2000, of - count)])
    expect(figures && percent(figures.withinTarget)).toEqual([low, high])
  })

  it('agrees with counting lead by lead', () => {
    for (const seed of seeds(300)) {
      const random = chance(seed)
      const waits = Array.from({ length: whole(random, 0, 12) }, () => ({
        ...{ after: whole(random, 0, 9), target: whole(random, 3, 6) },
        ...{ touched: whole(random, 0, 3), untouched: whole(random, 0, 3) },
      }))
      expect(firstTouchOf(waits)).toMatchObject(leadByLead(waits))
    }
  })
})

function leadByLead(waits: TouchWait[]) {
  const leads = waits.flatMap((wait) => [
    ...Array.from({ length: wait.touched }, () => ({ ...wait, happened: true })),
    ...Array.from({ length: wait.untouched }, () => ({ ...wait, happened: false })),
  ])
  let [count, of] = [0, 0]
  for (const lead of leads) {
    if (!lead.happened && lead.after < lead.target) continue
    of += 1
    if (lead.happened && lead.after <= lead.target) count += 1
  }
  const reached = medianByHand(leads)
  const longest = Math.max(...leads.map((lead) => lead.after))
  const median = reached === null ? { value: longest, reached: false } : { value: reached, reached: true }
  return { median: leads.length === 0 ? null : median, withinTarget: { count, of } }
}
