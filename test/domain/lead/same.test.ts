import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSame } from '../../../src/domain/lead/same.ts'

describe('two values say the same', () => {
  it('when JSON keeps the same of them, and only then', () => {
    const either = fc.tuple(fc.jsonValue({ maxDepth: 3 }), fc.jsonValue({ maxDepth: 3 }))
    const kept = (value: unknown): string => JSON.stringify(sorted(value))
    fc.assert(
      fc.property(either, ([one, other]) => {
        expect(isSame(one, other)).toBe(kept(one) === kept(other))
      }),
    )
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(isSame(value, JSON.parse(JSON.stringify(value)))).toBe(true)
      }),
    )
  })

  it.each([
    ['a zero of either sign', 0, -0],
    ['a zero within', { points: [-0] }, { points: [0] }],
    ['a field that says nothing, and none', { name: 'Ann', title: undefined }, { name: 'Ann' }],
    ['fields in another order', { a: 1, b: 2 }, { b: 2, a: 1 }],
    ['the same instant', new Date(5), new Date(5)],
  ])('%s', (_what, one, other) => {
    expect([isSame(one, other), isSame(other, one)]).toEqual([true, true])
  })

  it.each([
    ['a text and a number', '1', 1],
    ['null and nothing', { a: null }, {}],
    ['a list and an object', ['x'], { 0: 'x' }],
    ['nothing at different places', { a: undefined, b: 1 }, { a: 1, b: undefined }],
    ['other instants', new Date(5), new Date(6)],
    ['an instant and an object', new Date(5), {}],
  ])('not %s', (_what, one, other) => {
    expect([isSame(one, other), isSame(other, one)]).toEqual([false, false])
  })
})

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .reduce<Record<string, unknown>>(
      (all, [key, inner]) => Object.assign(all, { [`_${key}`]: sorted(inner) }),
      {},
    )
}
