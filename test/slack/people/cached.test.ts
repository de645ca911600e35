import { describe, expect, it } from 'vitest'
import { cached } from '../../../src/slack/people/cached.ts'

function counting() {
  let now = 1_000_000
  let loads = 0
  const get = cached<number>({ now: () => new Date(now), forMs: 1000 })
  return { get: () => get('key', async () => (loads += 1)), wait: (ms: number) => (now += ms) }
}

describe('what is remembered for a while', () => {
  it('asks once for any number of readers, at once or later', async () => {
    const { get, wait } = counting()
    expect(await Promise.all([get(), get(), get()])).toEqual([1, 1, 1])
    wait(999)
    expect(await get()).toBe(1)
  })

  it('asks again when the time is over', async () => {
    const { get, wait } = counting()
    await get()
    wait(1000)
    expect(await get()).toBe(2)
  })

  it('asks again when the clock was set back', async () => {
    const { get, wait } = counting()
    await get()
    wait(-5000)
    expect(await get()).toBe(2)
  })

  it('does not remember a failure', async () => {
    const get = cached<string>({ now: () => new Date(0), forMs: 1000 })
    await expect(get('key', () => Promise.reject(new Error('away')))).rejects.toThrow('away')
    await expect(get('key', async () => 'there')).resolves.toBe('there')
  })
})
