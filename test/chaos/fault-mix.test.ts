import { describe, expect, it } from 'vitest'
import { faultKinds } from '../../src/sandbox/faults.ts'
import { chance } from '../support/chance.ts'
import { faultMix } from './fault-mix.ts'

const mix = { share: 0.13, kinds: faultKinds, retryAfter: 1, slowest: 0.8 }
const struck = (seed: number, methods: string[]) => {
  const choose = faultMix(chance(seed), mix)
  return methods.map((method) => choose(method, {}))
}
const posts = Array.from({ length: 1000 }, () => 'chat.postMessage')

describe('a mix of faults', () => {
  it('keeps its share, of every kind', () => {
    const faults = struck(1, posts).filter((fault) => fault !== null)
    expect(faults.length).toBeGreaterThan(120)
    expect(faults.length).toBeLessThan(140)
    expect(new Set(faults.map(({ kind }) => kind)).size).toBe(faultKinds.length)
  })

  it('leaves the calls of a start alone, and strikes the others no more often for that', () => {
    const faults = struck(
      2,
      posts.map((method, index) => (index % 2 ? method : 'auth.test')),
    )
    expect(faults.filter((_, index) => index % 2 === 0)).toEqual(Array.from({ length: 500 }, () => null))
    const struckOnes = faults.filter((fault) => fault !== null).length
    expect(struckOnes).toBeGreaterThan(60)
    expect(struckOnes).toBeLessThan(70)
  })

  it('begins with those that are to come first', () => {
    const first = faultKinds.slice(2, 5)
    const choose = faultMix(chance(5), { ...mix, first })
    const kinds = posts.flatMap((method) => choose(method, {})?.kind ?? [])
    expect(new Set(kinds.slice(0, first.length))).toEqual(new Set(first))
    expect(new Set(kinds.slice(first.length, first.length + faultKinds.length)).size).toBe(faultKinds.length)
  })

  it('follows from its seed', () => {
    expect(struck(3, posts)).toEqual(struck(3, posts))
    expect(struck(3, posts)).not.toEqual(struck(4, posts))
  })
})
