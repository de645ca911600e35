import { describe, expect, it } from 'vitest'
import { withoutRepeats } from './shown.ts'

const post = (part: string, mayRepeat = false) => ({ part, mayRepeat })

describe('what is shown of digests', () => {
  it('leaves out what came again and said so', () => {
    expect(withoutRepeats([post('a'), post('b'), post('a', true)])).toEqual({
      shown: ['a', 'b'],
      repeats: ['a'],
    })
  })

  it('counts what came again without a word, and what came only as a repeat', () => {
    expect(withoutRepeats([post('a'), post('a'), post('b', true), post('b', true)])).toEqual({
      shown: ['a', 'a', 'b'],
      repeats: ['b'],
    })
  })
})
