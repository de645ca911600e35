import { beforeEach, afterEach, describe, expect, it } from 'vitest'
import { giveUp } from '../../../src/flows/delivery/give-up.ts'
import { sendElsewhere } from '../../../src/flows/delivery/send-elsewhere.ts'
import { acceptLead } from '../../../src/flows/handoff/accept-lead.ts'
import { receiveLeads } from '../../../src/flows/intake/receive-leads.ts'
import type { ClaimedNotice } from '../../../src/ports/outbox.ts'
import { engines } from '../../support/database.ts'
import { openDesk, type Desk } from '../../support/desk.ts'
import { aReceivedLead, at } from '../../support/leads.ts'
import { handOff, kinds } from '../carry.ts'

const channel = 'C0LEADS'
const owner = 'U0ANNA'
const gone = 'user_not_found'

/** A word to one person about a handoff, beside its card: what becomes of the one is nothing to the other. */
describe.each(engines)('a private notice about a handoff, on $name', (engine) => {
  let desk: Desk
  let handoffId: string
  beforeEach(async () => {
    desk = await openDesk(engine)
    await handOff(desk, 'a')
    handoffId = (await desk.deps.db.leads.open(1))[0]?.handoff?.id ?? ''
  })
  afterEach(() => desk[Symbol.asyncDispose]())

  const tell = () =>
    desk.deps.db.troubles.tell([
      { id: desk.deps.newId(), lane: owner, about: handoffId, content: { kind: 'asked-again' } },
    ])
  /** Something that hangs below the card. */
  const again = () =>
    receiveLeads(desk.deps, {
      leads: [aReceivedLead({ externalId: 'x', details: { email: 'a@example.com' } })],
    })

  /** Slack takes what goes to a lane, or refuses it for that. */
  async function carry(refusals: Record<string, string> = {}): Promise<ClaimedNotice[]> {
    const all: ClaimedNotice[] = []
    const now = desk.deps.now()
    for (;;) {
      const notice = await desk.outbox.claim({ now, owner: 'one', leaseMs: 10_000 })
      if (!notice) return all.toSorted((a, b) => (a.lane < b.lane ? -1 : 1))
      all.push(notice)
      const error = refusals[notice.lane]
      if (error === undefined) await desk.outbox.sent(notice, { ts: `${all.length}.1`, at: now, freeAt: now })
      else await desk.outbox.fail(notice, { error, at: now })
    }
  }
  const troubles = async () =>
    (await desk.deps.db.troubles.all()).map(({ lane, cause, count, leads }) => [lane, cause, count, leads])
  const cardTs = async () => (await desk.deps.db.leads.cardOf(handoffId))?.ts
  const drop = (which: { lane: string }) => giveUp(desk.deps, { which, because: 'a test' })

  it('knows what it speaks of, and neither a card nor a message above it', async () => {
    await carry()
    await tell()
    expect(await carry()).toMatchObject([{ about: handoffId, card: null, below: null }])
  })

  it('is not refused with the card, nor put back, nor given up with it', async () => {
    await tell()
    expect(await carry({ [channel]: 'is_archived' })).toHaveLength(2)
    expect(await troubles()).toEqual([[channel, 'is_archived', 1, 1]])
    await tell()
    await carry({ [owner]: gone })
    expect(await troubles()).toEqual([
      [channel, 'is_archived', 1, 1],
      [owner, gone, 1, 0],
    ])
    expect(await desk.deps.db.troubles.count({ lane: channel })).toBe(1)
    expect(await drop({ lane: channel })).toMatchObject({ count: 0, kept: 1 })
    expect(await desk.deps.db.troubles.sendAgain({ lane: channel })).toBe(1)
    expect(kinds(await carry())).toEqual(['card'])
    expect(await troubles()).toEqual([[owner, gone, 1, 0]])
  })

  it('is a trouble of its own lane, and never of the channel, while the card stands', async () => {
    await carry()
    await tell()
    await carry({ [owner]: 'message_not_found' })
    expect(await troubles()).toEqual([[owner, 'message_not_found', 1, 0]])
    expect(await cardTs()).toBe('1.1')
    expect(await drop({ lane: owner })).toEqual({ count: 1, setAside: 0, kept: 0, cardsAnew: 0 })
    expect(await cardTs()).toBe('1.1')
    expect(await carry()).toEqual([])
  })

  it('brings no card when it is given up, although the lead has none', async () => {
    const card = await desk.outbox.claim({ now: desk.deps.now(), owner: 'one', leaseMs: 10_000 })
    if (!card) throw new Error('no card')
    await desk.outbox.leaveOut(card, { because: 'an earlier version', at: desk.deps.now() })
    await tell()
    const which = { waiting: true, lane: owner } as const
    expect(await giveUp(desk.deps, { which, because: 'a test' })).toMatchObject({ count: 1, cardsAnew: 0 })
    await tell()
    await carry({ [owner]: gone })
    expect(await troubles()).toEqual([[owner, gone, 1, 0]])
  })

  it('does not stand for the card: its message is never taken for that', async () => {
    await tell()
    const now = desk.deps.now()
    for (let left = 2; left > 0; left--) {
      const notice = await desk.outbox.claim({ now, owner: 'one', leaseMs: 10_000 })
      if (notice?.lane === owner) await desk.outbox.sent(notice, { ts: '9.9', at: now, freeAt: now })
      else if (notice) await desk.outbox.postpone(notice, { error: 'ratelimited', dueAt: at('09:10') })
    }
    expect(await cardTs()).toBeUndefined()
    desk.setClock(at('09:10'))
    expect(kinds(await carry())).toEqual(['card'])
  })

  it('goes out although the card moves to another channel, before or after it was refused', async () => {
    await carry({ [channel]: 'channel_not_found' })
    await tell()
    const move = { which: { lane: channel }, to: 'C0NEW', by: 'Olga' }
    expect(await sendElsewhere(desk.deps, move)).toEqual({ cards: 1, digests: 0 })
    const shown = await carry({ [owner]: gone, C0NEW: 'channel_not_found' })
    expect(shown.map(({ lane }) => lane)).toEqual(['C0NEW', owner])
    expect(await sendElsewhere(desk.deps, { ...move, which: { lane: 'C0NEW' }, to: 'C0LAST' })).toEqual({
      cards: 1,
      digests: 0,
    })
    expect(await troubles()).toEqual([[owner, gone, 1, 0]])
    expect(await sendElsewhere(desk.deps, { ...move, which: { lane: owner } })).toEqual({
      cards: 0,
      digests: 0,
    })
    expect((await carry()).map(({ lane }) => lane)).toEqual(['C0LAST'])
  })

  it('stays refused when the card comes anew', async () => {
    await carry()
    await tell()
    await carry({ [owner]: gone })
    await again()
    const update = await desk.outbox.claim({ now: desk.deps.now(), owner: 'one', leaseMs: 10_000 })
    if (!update) throw new Error('no update')
    const refusal = { error: 'message_not_found', at: desk.deps.now() }
    expect(await desk.outbox.fail(update, refusal)).toEqual({ fate: 'card-anew' })
    expect(kinds(await carry())).toEqual(['card', 'thread'])
    expect(await troubles()).toEqual([[owner, gone, 1, 0]])
  })

  it('keeps nobody from an update of the card, and waits beside one', async () => {
    await carry()
    await tell()
    await tell()
    await again()
    await acceptLead(desk.deps, { handoffId, userId: owner })
    expect(kinds(await carry())).toEqual(['card-update', 'thread', 'thread', 'asked-again', 'asked-again'])
  })
})
