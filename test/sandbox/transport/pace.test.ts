import { expect, it } from 'vitest'
import { startSandbox } from '../../../src/sandbox/sandbox.ts'
import { post } from '../call-api.ts'

it('one message a second and channel after a short burst, with Retry-After', async () => {
  const slack = await startSandbox()
  try {
    const say = (channel: string) => post(slack, 'chat.postMessage', { channel, text: 'x' })
    const burst = await Promise.all(Array.from({ length: 6 }, () => say('C0LEADS')))
    expect(burst.map(({ status }) => status)).toEqual([200, 200, 200, 200, 429, 429])
    expect(burst[4]?.headers.get('retry-after')).toBe('1')
    expect(await burst[4]?.json()).toEqual({ ok: false, error: 'ratelimited' })
    expect((await say('C0GENERAL')).status).toBe(200)
  } finally {
    await slack.stop()
  }
})
