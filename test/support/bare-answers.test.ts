import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { lostIn, timed, watchBareAnswers } from './bare-answers.ts'

const answers = [
  { at: 0, end: 20 },
  { at: 100, end: 430 },
  { at: 500, end: 525 },
  { at: 700, end: Infinity },
]

it.each([
  { what: 'nothing, where all are as fast as can be', from: 0, to: 50, lost: 0 },
  { what: 'what the slowest one lost', from: 0, to: 600, lost: 310 },
  { what: 'no more than that, for a moment within it', from: 200, to: 210, lost: 310 },
  { what: 'little, after it', from: 440, to: 600, lost: 5 },
  { what: 'what one that is under way has lost so far', from: 690, to: 900, lost: 180 },
  { what: 'nothing, where none was asked', from: 440, to: 450, lost: 0 },
])('what the machine took is $what', ({ from, to, lost }) => {
  expect(lostIn(answers, { from, to, now: 900 })).toBe(lost)
})

it('counts this process, too, which looks at the clock', async () => {
  await using bare = await watchBareAnswers()
  const from = performance.now()
  for (const end = from + 2_000; performance.now() < end;);
  await sleep(0)
  expect(bare.lostMs(from, performance.now())).toBeGreaterThan(500)
})

it('leaves in what was waited for, however long that was', async () => {
  const { given, wholeMs, ms } = await timed(() => sleep(500, 'done'))
  expect(given).toBe('done')
  expect(wholeMs).toBeGreaterThan(490)
  expect(ms).toBeLessThanOrEqual(wholeMs)
})
