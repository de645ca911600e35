import { expect, it } from 'vitest'
import { givenUpLines } from '../../src/cli/given-up-lines.ts'

const nothing = { count: 0, setAside: 0, kept: 0, cardsAnew: 0 }

it.each([
  [{ ...nothing, count: 3 }, true, ['3 given up, and kept as dropped.']],
  [{ ...nothing, count: 3 }, false, ['3 would be given up. Add --yes to do it.']],
  [nothing, true, ['0 given up']],
  [{ ...nothing, count: 2, setAside: 1 }, true, ['2 given up', '1 of them', 'only set aside']],
  [
    { ...nothing, count: 2, cardsAnew: 1 },
    true,
    ['2 given up', 'New cards for leads that nobody has decided: 1.'],
  ],
  [{ ...nothing, count: 2, kept: 4 }, true, ['2 given up', '4 hold leads', 'they stay', 'send-again']],
])('says of %j, done %s: %j', (given, isDone, words) => {
  for (const word of words) expect(givenUpLines(given, isDone)).toContain(word)
})

it('does not speak of giving up where nothing was', () => {
  expect(givenUpLines({ ...nothing, kept: 4 }, true)).not.toContain('given up')
})
