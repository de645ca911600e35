import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { timed, watchBareAnswers } from './bare-answers.ts'

const block = (ms: number): void => {
  for (const end = performance.now() + ms; performance.now() < end;);
}

it('what is waited for counts', async () => {
  expect((await timed(() => sleep(600, 'done'))).ms).toBeGreaterThan(300)
  expect((await timed(() => sleep(600, 'done'))).given).toBe('done')
})

it('what the machine is busy with does not', async () => {
  await using bare = await watchBareAnswers()
  const from = performance.now()
  // Long enough for it to ask at least once more.
  await sleep(200)
  block(700)
  await sleep(0)
  expect(bare.slowestMs(from, performance.now())).toBeGreaterThan(600)
  expect(bare.slowestMs(from - 20_000, from - 10_000)).toBe(0)
})
