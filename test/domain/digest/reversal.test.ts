import { describe, expect, it } from 'vitest'
import { reversalOf } from '../../../src/domain/digest/reversal.ts'
import { chance } from '../../support/chance.ts'
import { percent, published, seeds, whole } from './reference.ts'

describe('the reversal rate', () => {
  it.each([null, undefined])('is absent, not zero, while no contests are recorded: %s', (none) => {
    expect(reversalOf(none)).toBeNull()
  })

  it.each([
    [0, 0, null],
    [1, 0, 0],
    [1, 1, 1],
    [8, 2, 0.25],
  ])('of %i contested, %i of them overturned, is %s', (contested, overturned, share) => {
    expect(reversalOf({ contested, overturned })).toMatchObject({ count: overturned, of: contested, share })
  })

  it.each(published)('%i overturned of %i contested is %i to %i percent', (...[count, of, low, high]) => {
    const rate = reversalOf({ contested: of, overturned: count })
    expect(rate && percent(rate)).toEqual([low, high])
  })

  it('agrees with counting one by one, the undecided standing as rejected', () => {
    for (const seed of seeds(100)) {
      const random = chance(seed)
      const answers = ['overturned', 'upheld', 'undecided'] as const
      const all = Array.from({ length: whole(random, 0, 30) }, () => answers[whole(random, 0, 2)])
      const overturned = all.filter((answer) => answer === 'overturned').length
      const others = all.filter((answer) => answer !== 'overturned').length
      const rate = reversalOf({ contested: all.length, overturned })
      expect(rate).toMatchObject({ count: all.length - others, of: overturned + others })
      expect(rate?.share === null).toBe(all.length === 0)
    }
  })
})
