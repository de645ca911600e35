import { describe, expect, it } from 'vitest'
import { alarm } from '../../../src/slack/delivery/alarm.ts'

describe('alarm', () => {
  it('sleeps until it is rung', async () => {
    const bell = alarm()
    const sleep = bell.sleep(60_000)
    bell.ring()
    await expect(sleep).resolves.toBeUndefined()
  })

  it('does not sleep through a ring that came before', async () => {
    const bell = alarm()
    bell.ring()
    await expect(bell.sleep(60_000)).resolves.toBeUndefined()
  })

  it('wakes by itself when the time is over, and sleeps again afterwards', async () => {
    const bell = alarm()
    await bell.sleep(1)
    const second = bell.sleep(60_000)
    const first = await Promise.race([second.then(() => 'woke'), Promise.resolve('asleep')])
    expect(first).toBe('asleep')
    bell.ring()
    await second
  })
})
