import { expect, it } from 'vitest'
import { rigs, sittings } from './rigs/index.ts'

it('runs every rig once in `all`', () => {
  expect(sittings.flat().toSorted()).toEqual(Object.keys(rigs).toSorted())
})
