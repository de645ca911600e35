import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts'
import { bareBot } from '../sandbox/bare-bot.ts'
import { chance } from '../support/chance.ts'
import { storm } from './storm.ts'

it('counts what was open when it was cut, and cuts in every way', async () => {
  const slack = await startSandbox({ postsPerSecond: 1000 })
  const line = keptOpen(slack)
  try {
    const done = await storm(slack, 6, chance(1))
    await expect.poll(line.ended).toBe(6)
    expect(Object.values(done).toSorted((one, other) => one - other)).toEqual([1, 1, 1, 1, 2])
  } finally {
    await line.quit()
    await slack.stop()
  }
})

/** One socket, opened anew long after it was cut: much of the time there is none. */
function keptOpen(slack: Sandbox) {
  const over = new AbortController()
  let ended = 0
  const keep = async (): Promise<void> => {
    while (!over.signal.aborted) {
      if (await cutOnce(slack)) ended++
      await sleep(500)
    }
  }
  const kept = keep()
  const quit = async () => {
    over.abort()
    slack.sockets.drop()
    await kept
  }
  return { ended: () => ended, quit }
}

/** Whether it was opened, and then cut or told to go; what is refused is tried again. */
async function cutOnce(slack: Sandbox): Promise<boolean> {
  const bot = await bareBot(slack).catch(() => null)
  if (!bot) return false
  await Promise.race([once(bot.socket, 'message'), once(bot.socket, 'close')])
  bot.socket.terminate()
  return true
}
