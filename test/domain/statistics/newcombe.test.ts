import { expect, it } from 'vitest'
import { newcombe } from '../../../src/domain/statistics/newcombe.ts'
import { wilson } from '../../../src/domain/statistics/wilson.ts'

const rounded = (value: number) => Number(value.toFixed(4))

// Newcombe 1998, table II, method 10; the interval of p1 − p2.
it.each([
  [
    [56, 70],
    [48, 80],
    [0.0524, 0.3339],
  ],
  [
    [9, 10],
    [3, 10],
    [0.1705, 0.809],
  ],
  [
    [6, 7],
    [2, 7],
    [0.0582, 0.8062],
  ],
  [
    [5, 56],
    [0, 29],
    [-0.0381, 0.1926],
  ],
  [
    [0, 10],
    [0, 20],
    [-0.1611, 0.2775],
  ],
  [
    [0, 10],
    [0, 10],
    [-0.2775, 0.2775],
  ],
  [
    [10, 10],
    [0, 20],
    [0.6791, 1],
  ],
  [
    [10, 10],
    [0, 10],
    [0.6075, 1],
  ],
] as const)('gives what Newcombe’s paper gives for %j and %j', ([a, m], [b, n], [low, high]) => {
  const interval = newcombe(wilson(a, m), wilson(b, n))
  expect(interval && [rounded(interval.low), rounded(interval.high)]).toEqual([low, high])
})

it('says nothing where there is nothing to compare', () => {
  expect(newcombe(wilson(0, 0), wilson(1, 2))).toBeNull()
  expect(newcombe(wilson(1, 2), wilson(0, 0))).toBeNull()
})
