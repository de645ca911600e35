import { describe, expect, it } from 'vitest'
import { deliverEvent } from '../../src/sandbox/events.ts'
import { NotDelivered } from '../../src/sandbox/transport/not-delivered.ts'
import type { Envelope } from '../../src/sandbox/transport/socket-mode.ts'
import { until } from '../../src/sandbox/until.ts'

/** A line that fails so many times, and what was tried. */
function aLine(failures: number, reason: NotDelivered['retryReason'] = 'connection_failed') {
  const tried: Envelope[] = []
  const deliver = (envelope: Envelope) => {
    tried.push(envelope)
    const isDown = tried.length <= failures
    return isDown ? Promise.reject(new NotDelivered('dispatch_failed', 'down', reason)) : Promise.resolve()
  }
  return { tried, deliver }
}
const waits = [0, 20, 40]
const attempts = (tried: Envelope[]) => tried.map(({ retry }) => retry)
const settled = () => new Promise((done) => setTimeout(done, 120))

describe('an event', () => {
  it('is told once when it is acknowledged', async () => {
    const { tried, deliver } = aLine(0)
    await deliverEvent(deliver, {}, waits)
    await settled()
    expect(attempts(tried)).toEqual([undefined])
  })

  it('is told again at once', async () => {
    const { tried, deliver } = aLine(1)
    await deliverEvent(deliver, {}, waits)
    expect(attempts(tried)).toEqual([undefined, { attempt: 1, reason: 'connection_failed' }])
  })

  it('is told again later, while who caused it hears of the failure', async () => {
    const { tried, deliver } = aLine(2)
    await expect(deliverEvent(deliver, {}, waits)).rejects.toMatchObject({ code: 'dispatch_failed' })
    expect(tried).toHaveLength(2)
    await until(() => (tried.length === 3 ? true : undefined), 'a third attempt')
    await settled()
    expect(attempts(tried).at(-1)).toEqual({ attempt: 2, reason: 'connection_failed' })
    expect(tried).toHaveLength(3)
  })

  it('is given up after the third repetition', async () => {
    const { tried, deliver } = aLine(Infinity)
    await expect(deliverEvent(deliver, {}, waits)).rejects.toThrow('down')
    await settled()
    expect(attempts(tried).map((retry) => retry?.attempt ?? 0)).toEqual([0, 1, 2, 3])
  })

  it('is not told again to who does not want it', async () => {
    const { tried, deliver } = aLine(1, null)
    await expect(deliverEvent(deliver, {}, waits)).rejects.toThrow('down')
    await settled()
    expect(tried).toHaveLength(1)
  })
})
