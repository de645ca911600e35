import { describe, expect, it } from 'vitest'
import { judge, together, type Verdict } from './judge.ts'

const clean: Verdict = { lost: [], doubled: [], outOfOrder: [], unknown: [] }

describe('the judge of what a channel shows', () => {
  it.each<[string, string[], Partial<Verdict>]>([
    ['all of it, once and in order', ['a', 'b', 'c', 'd'], {}],
    ['all but one', ['a', 'c', 'd'], { lost: ['b'] }],
    ['nothing', [], { lost: ['a', 'b', 'c', 'd'] }],
    ['one twice', ['a', 'b', 'b', 'c', 'd'], { doubled: ['b'] }],
    ['one three times, at the end', ['a', 'b', 'c', 'd', 'b', 'b'], { doubled: ['b', 'b'] }],
    ['two that changed places', ['a', 'c', 'b', 'd'], { outOfOrder: ['b'] }],
    ['the last one first', ['d', 'a', 'b', 'c'], { outOfOrder: ['a', 'b', 'c'] }],
    ['a stranger', ['a', 'b', 'x', 'c', 'd'], { unknown: ['x'] }],
    [
      'a loss, a double and a swap at once',
      ['c', 'a', 'a', 'd'],
      { lost: ['b'], doubled: ['a'], outOfOrder: ['a'] },
    ],
  ])('%s', (_, shown, found) => {
    expect(judge(['a', 'b', 'c', 'd'], shown)).toEqual({ ...clean, ...found })
  })

  it('takes several channels together', () => {
    const both = together([judge(['a', 'b'], ['b', 'a', 'x']), judge(['c', 'd'], ['c', 'c'])])
    expect(both).toEqual({ lost: ['d'], doubled: ['c'], outOfOrder: ['a'], unknown: ['x'] })
  })

  it('counts what was accepted twice and is shown twice as doubled', () => {
    expect(judge(['a', 'a'], ['a', 'a'])).toEqual({ ...clean, doubled: ['a'] })
  })
})
