import { describe, expect, it } from 'vitest'
import { readDelivery, type ReadDelivery } from '../../src/intake/http/read-delivery.ts'
import { takeTurns, type Piecemeal } from '../../src/intake/http/take-turns.ts'
import { heavyRequests } from '../support/heavy-requests.ts'
import { done } from '../support/piecemeal.ts'
import { usedMs, usualWork } from '../support/used-time.ts'

const read = (text: string) => readDelivery({ headers: {} }, Buffer.from(text), 'website')

/** For so long the loop can't do anything else, at most. */
function longestStep(work: Piecemeal<ReadDelivery>): number {
  let longest = 0
  for (let isDone = false; !isDone;) {
    const before = usedMs()
    isDone = work.next().done ?? false
    longest = Math.max(longest, usedMs() - before)
  }
  return longest
}

describe('a heavy request', () => {
  const usual = usualWork()

  it.each(Object.entries(heavyRequests))('%s: keeps the thread for a moment at a time', (_name, make) => {
    const text = make()
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2 * 1024 * 1024)
    // The first time the engine compiles what it runs.
    const longest = Math.min(longestStep(read(text)), longestStep(read(text)))
    expect(longest / usual).toBeLessThan(7)
  })

  it('is looked at no further than what is wrong is told', () => {
    const lead = { colour: 'blue', name: 7 }
    let looks = 0
    const work = read(JSON.stringify(Array.from({ length: 500 }, () => lead)))
    for (; !work.next().done;) looks += 1
    expect(looks).toBeLessThan(500 + 60)
    const answer = done(read(JSON.stringify(Array.from({ length: 500 }, () => lead))))
    if (answer.ok || answer.status !== 400) throw new Error('it was not refused')
    expect(answer.problems.length).toBeGreaterThanOrEqual(100)
    expect(answer.problems.length).toBeLessThan(104)
  })

  it('lets the thread do something else in between, also when there are many at once', async () => {
    const text = heavyRequests['all attributes there may be']?.() ?? ''
    let [turns, isOver] = [0, false]
    const turn = (): void => {
      turns += 1
      if (!isOver) setImmediate(turn)
    }
    setImmediate(turn)
    const before = usedMs()
    await Promise.all([1, 2, 3, 4].map(() => takeTurns(read(text))))
    isOver = true
    expect(turns).toBeGreaterThan((usedMs() - before) / 100)
  })
})
