import type { Outbox } from '../../src/ports/outbox.ts'

const claim = (outbox: Outbox, now: () => Date) =>
  outbox.claim({ now: now(), owner: 'an earlier Baton', leaseMs: 1000 })

/** Slack takes everything there is for the channel of the leads. */
export async function deliverAll(outbox: Outbox, now: () => Date): Promise<void> {
  for (let posts = 1; ; posts++) {
    const notice = await claim(outbox, now)
    if (!notice) return
    const ts = `${Math.floor(now().getTime() / 1000)}.${String(posts).padStart(6, '0')}`
    await outbox.sent(notice, { ts, at: now(), freeAt: now() })
  }
}

/** Slack refuses the next one for good. */
export async function refuseOne(outbox: Outbox, now: () => Date): Promise<void> {
  const notice = await claim(outbox, now)
  if (notice) await outbox.fail(notice, { error: 'channel_not_found', at: now() })
}

/** The process ends while it sends the next one. */
export async function breakOff(outbox: Outbox, now: () => Date): Promise<void> {
  await claim(outbox, now)
}
