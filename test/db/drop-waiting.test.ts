import { describe, expect, it } from 'vitest'
import { acceptLead } from '../../src/flows/handoff/accept-lead.ts'
import { giveUp } from '../../src/flows/delivery/give-up.ts'
import type { Stuck } from '../../src/ports/trouble-store.ts'
import { engines } from '../support/database.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { carry, claim, handOff, kinds } from './carry.ts'

const because = 'dropped by Olga: a test'
const drop = (desk: Desk, which: Stuck) => giveUp(desk.deps, { which, because })

describe.each(engines)('what still waits, on $name', (engine) => {
  it('can be given up, for one cause or all of a lane, with what hangs below it', async () => {
    await using desk = await openDesk(engine)
    await handOff(desk, 'a', 'b')
    const [lead] = await desk.deps.db.leads.open(1)
    await acceptLead(desk.deps, { handoffId: lead?.handoff.id ?? '', userId: 'U0ANNA' })
    const notice = await claim(desk)
    if (!notice) throw new Error('nothing was claimed')
    const [now, { troubles }] = [desk.deps.now(), desk.deps.db]
    await desk.outbox.postpone(notice, { error: 'HTTP 429', dueAt: now })
    const stuck = { waiting: true, lane: 'C0LEADS' } as const
    for (const other of [
      { ...stuck, lane: 'C0OTHER' },
      { ...stuck, cause: 'HTTP 500' },
    ])
      expect(await drop(desk, other)).toMatchObject({ count: 0 })
    const first = { ...stuck, cause: 'HTTP 429' }
    expect(await troubles.count(first)).toBe(3)
    expect(await giveUp(desk.deps, { which: first, because, isTrial: true })).toMatchObject({ count: 3 })
    expect(await drop(desk, first)).toMatchObject({ count: 3, setAside: 0 })
    expect(await desk.outbox.counts()).toEqual({ waiting: 1, failed: 0 })
    expect(await drop(desk, stuck)).toEqual({ count: 1, setAside: 1, kept: 0, cardsAnew: 0 })
    expect(await carry(desk)).toEqual([])
    expect(await troubles.all()).toMatchObject([{ cause: 'set aside; dropped by Olga: a test', leads: 1 }])
    expect(await troubles.sendAgain({ lane: 'C0LEADS' })).toBe(1)
    expect(kinds(await carry(desk))).toEqual(['card'])
  })

  it.each(['postpone', 'doubt', 'fail'] as const)(
    'stays given up when an attempt under way ends after it: %s',
    async (end) => {
      await using desk = await openDesk(engine)
      await handOff(desk, 'a', 'b')
      const [notice, now] = [await claim(desk), desk.deps.now()]
      if (!notice) throw new Error('nothing was claimed')
      await drop(desk, { waiting: true, lane: 'C0LEADS' })
      await desk.outbox[end](notice, { error: 'HTTP 500', dueAt: now, at: now })
      await handOff(desk, 'c')
      desk.setClock(new Date(now.getTime() + 11_000))
      expect(kinds(await carry(desk))).toEqual(['card'])
      const aside = { cause: 'set aside; dropped by Olga: a test', count: 2, since: now }
      expect(await desk.deps.db.troubles.all()).toMatchObject([aside])
    },
  )

  it('counts as sent when the attempt under way succeeds', async () => {
    await using desk = await openDesk(engine)
    await handOff(desk, 'a')
    const [notice, now, lane] = [await claim(desk), desk.deps.now(), 'C0LEADS']
    if (!notice) throw new Error('nothing was claimed')
    await drop(desk, { waiting: true, lane })
    await desk.outbox.sent(notice, { ts: '7.1', at: now, freeAt: now })
    const [lead] = await desk.deps.db.leads.open(1)
    expect(await desk.deps.db.leads.cardOf(lead?.handoff.id ?? '')).toEqual({ channel: lane, ts: '7.1' })
  })
})
