import { describe, expect, it } from 'vitest'
import type { ClaimedNotice } from '../../../src/ports/outbox.ts'
import { receiveLeads } from '../../../src/flows/intake/receive-leads.ts'
import { acceptLead } from '../../../src/flows/handoff/accept-lead.ts'
import { engines } from '../../support/database.ts'
import { openDesk, type Desk } from '../../support/desk.ts'
import { aReceivedLead } from '../../support/leads.ts'

async function handOff(desk: Desk, ...names: string[]): Promise<string[]> {
  for (const name of names) {
    const details = { ...aReceivedLead().details, name, email: `${name}@example.com` }
    await receiveLeads(desk.deps, { leads: [aReceivedLead({ externalId: name, details, qualified: true })] })
  }
  return (await desk.deps.db.leads.open(10)).map(({ handoff }) => handoff?.id ?? '')
}

const later = (desk: Desk, seconds: number) => new Date(desk.deps.now().getTime() + seconds * 1000)

function claimed(notice: ClaimedNotice | null): ClaimedNotice {
  if (!notice) throw new Error('nothing was claimed')
  return notice
}

describe.each(engines)('the outbox on $name', (engine) => {
  const claim = (desk: Desk, seconds = 0) =>
    desk.outbox.claim({ now: later(desk, seconds), owner: 'one', leaseMs: 10_000 })

  it('gives a channel to one sender at a time, and keeps its order', async () => {
    await using desk = await openDesk(engine)
    await handOff(desk, 'a', 'b')
    const first = await claim(desk)
    expect(first).toMatchObject({ content: { kind: 'card' }, attempts: 1, doubtfulSince: null })
    expect(await claim(desk)).toBeNull()
    await desk.outbox.sent(claimed(first), { ts: '1.1', at: desk.deps.now(), freeAt: later(desk, 1) })
    expect(await claim(desk)).toBeNull()
    expect((await claim(desk, 1))?.id).not.toBe(first?.id)
  })

  it('hands a dead sender’s notice on as doubtful once the lease is over, with the moment it began', async () => {
    await using desk = await openDesk(engine)
    await handOff(desk, 'a')
    const first = await claim(desk)
    expect(await claim(desk, 9)).toBeNull()
    expect(await claim(desk, 11)).toMatchObject({
      id: first?.id,
      attempts: 2,
      doubtfulSince: desk.deps.now(),
    })
  })

  it('lets a sender that lost its lease say that it did send, and free nothing', async () => {
    await using desk = await openDesk(engine)
    await handOff(desk, 'a', 'b')
    const [slow, second] = [claimed(await claim(desk)), claimed(await claim(desk, 11))]
    expect(second.id).toBe(slow.id)
    await desk.outbox.postpone(slow, { error: 'ratelimited', dueAt: later(desk, 11) })
    await desk.outbox.fail(slow, { error: 'late', at: later(desk, 11) })
    expect(await desk.outbox.counts()).toMatchObject({ failed: 0 })
    expect(await claim(desk, 12)).toBeNull()
    await desk.outbox.sent(slow, { ts: '1.1', at: later(desk, 12), freeAt: later(desk, 12) })
    expect(await claim(desk, 12)).toBeNull()
    await desk.outbox.sent(second, { ts: '1.1', at: later(desk, 13), freeAt: later(desk, 13) })
    expect((await claim(desk, 13))?.id).not.toBe(slow.id)
  })

  it('waits as long as it was told, and is doubtful only when the answer was unclear', async () => {
    await using desk = await openDesk(engine)
    await handOff(desk, 'a')
    const first = await claim(desk)
    await desk.outbox.postpone(claimed(first), { error: 'ratelimited', dueAt: later(desk, 30) })
    expect(await claim(desk, 29)).toBeNull()
    expect(await desk.outbox.nextDueAt()).toEqual(later(desk, 30))
    const again = await claim(desk, 30)
    expect(again).toMatchObject({ doubtfulSince: null })
    await desk.outbox.doubt(claimed(again), { error: 'time-out', dueAt: later(desk, 45) })
    expect(await claim(desk, 44)).toBeNull()
    expect(await claim(desk, 45)).toMatchObject({ doubtfulSince: later(desk, 30) })
  })

  const month = 30 * 24 * 3600

  it.each([
    [
      'a pause between two posts',
      async (desk: Desk, notice: ClaimedNotice) =>
        desk.outbox.sent(notice, { ts: '1.1', at: later(desk, month), freeAt: later(desk, month + 1) }),
    ],
    [
      'what Slack asked for',
      async (desk: Desk, notice: ClaimedNotice) =>
        desk.outbox.postpone(notice, { error: 'ratelimited', dueAt: later(desk, month + 30) }),
    ],
    ['the lease of a sender that died', async () => undefined],
  ])('goes on when a clock that was a month ahead is put right: %s', async (_what, end) => {
    await using desk = await openDesk(engine)
    await handOff(desk, 'a', 'b')
    await end(desk, claimed(await claim(desk, month)))
    expect(await claim(desk)).not.toBeNull()
  })

  it('waits an hour and a half when it was told so', async () => {
    await using desk = await openDesk(engine)
    await handOff(desk, 'a')
    await desk.outbox.postpone(claimed(await claim(desk)), { error: 'ratelimited', dueAt: later(desk, 5400) })
    expect(await claim(desk, 60)).toBeNull()
  })

  it('keeps what will never succeed, and goes on', async () => {
    await using desk = await openDesk(engine)
    await handOff(desk, 'a', 'b')
    const first = await claim(desk)
    await desk.outbox.fail(claimed(first), { error: 'invalid_blocks', at: desk.deps.now() })
    expect(await claim(desk)).toMatchObject({ attempts: 1 })
    expect(await desk.outbox.counts()).toEqual({ waiting: 1, failed: 1 })
  })

  it('remembers where a card stands, and updates it once for several changes', async () => {
    await using desk = await openDesk(engine)
    const [handoffId = ''] = await handOff(desk, 'a')
    const card = await claim(desk)
    await desk.outbox.sent(claimed(card), { ts: '7.7', at: desk.deps.now(), freeAt: desk.deps.now() })
    const twin = { ...aReceivedLead().details, name: 'a', email: 'a@example.com' }
    await receiveLeads(desk.deps, {
      leads: [aReceivedLead({ externalId: 'twin', details: twin, qualified: true })],
    })
    await acceptLead(desk.deps, { handoffId, userId: 'U0ANNA' })
    const kinds: string[] = []
    for (let notice = await claim(desk); notice; notice = await claim(desk)) {
      kinds.push(notice.content.kind)
      expect(notice.card).toEqual({ channel: 'C0LEADS', ts: '7.7' })
      await desk.outbox.sent(notice, { ts: '8.8', at: desk.deps.now(), freeAt: desk.deps.now() })
    }
    expect(kinds.filter((kind) => kind === 'card-update')).toHaveLength(1)
    expect(kinds.filter((kind) => kind === 'thread')).toHaveLength(2)
  })

  it('shares the channels among senders: 20 who claim at once get one notice', async () => {
    await using desk = await openDesk(engine)
    await handOff(desk, 'a', 'b')
    const claims = await Promise.all(Array.from({ length: 20 }, () => claim(desk)))
    expect(claims.filter((notice) => notice !== null)).toHaveLength(1)
  })
})
