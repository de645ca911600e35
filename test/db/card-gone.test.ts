import { describe, expect, it } from 'vitest'
import { acceptLead } from '../../src/flows/handoff/accept-lead.ts'
import { afterRestore } from '../../src/flows/delivery/after-restore.ts'
import { giveUp } from '../../src/flows/delivery/give-up.ts'
import type { ClaimedNotice } from '../../src/ports/outbox.ts'
import { receiveLeads } from '../../src/flows/intake/receive-leads.ts'
import { sendElsewhere } from '../../src/flows/delivery/send-elsewhere.ts'
import type { Stuck } from '../../src/ports/trouble-store.ts'
import { engines } from '../support/database.ts'
import { openDesk, roundIdOf, type Desk } from '../support/desk.ts'
import { aReceivedLead } from '../support/leads.ts'
import { carry, claim, handOff, kinds } from './carry.ts'

const gone = 'message_not_found'
const lane = 'C0LEADS'

describe.each(engines)('the card of a lead that nobody has decided, on $name', (engine) => {
  it.each(['card-update', 'thread'])('comes anew, once, where a %s finds that it is gone', async (finder) => {
    await using desk = await aDeskWithCard(engine)
    await again(desk)
    if (finder === 'thread') await sent(desk, await claimed(desk), '5.1')
    const found = await claimed(desk)
    expect(found.content.kind).toBe(finder)
    expect(await refuse(desk, found)).toEqual({ fate: 'card-anew' })
    expect(await cardOf(desk)).toBeNull()
    const shown = await carry(desk)
    expect(kinds(shown)).toEqual(finder === 'thread' ? ['card'] : ['card', 'thread'])
    expect(shown[0]).toMatchObject({ card: null, doubtfulSince: null })
    expect(await cardOf(desk)).toEqual({ channel: lane, ts: '1.1' })
    expect(await desk.outbox.counts()).toEqual({ waiting: 0, failed: 0 })
  })

  it('comes anew once when two attempts find it, and the later one goes to the new card', async () => {
    await using desk = await aDeskWithCard(engine)
    await again(desk, 'x', 'y')
    const [first, stale] = [await claimed(desk), { attempts: 0 }]
    expect(await refuse(desk, { ...first, ...stale })).toEqual({ fate: 'card-anew' })
    expect(await refuse(desk, first)).toEqual({ fate: 'again' })
    expect(kinds(await carry(desk))).toEqual(['card', 'card-update', 'thread', 'thread'])
    expect(await refuse(desk, { ...first, ...stale })).toBeNull()
    expect(await cardOf(desk)).toMatchObject({ ts: '1.1' })
  })

  it('comes anew although the update was given up while it was under way', async () => {
    await using desk = await aDeskWithCard(engine)
    await again(desk)
    const update = await claimed(desk)
    expect(await drop(desk, { waiting: true, lane })).toMatchObject({ count: 2, setAside: 0 })
    expect(await refuse(desk, update)).toEqual({ fate: 'card-anew' })
    expect(kinds(await later(desk))).toEqual(['card'])
  })

  it('comes to an end although somebody deletes each new one at once', async () => {
    await using desk = await aDeskWithCard(engine)
    await again(desk, 'x', 'y')
    let posted = 0
    for (let notice = await claim(desk); notice; notice = await claim(desk)) {
      if (notice.content.kind !== 'card') await refuse(desk, notice)
      else await sent(desk, notice, `9.${++posted}`)
    }
    // One for each notice that found it gone: an update and two replies.
    expect(posted).toBe(3)
  })

  it('does not come anew when somebody decided it: what would be shown there is left out', async () => {
    await using desk = await aDeskWithCard(engine)
    await acceptLead(desk.deps, { handoffId: await handoffId(desk), userId: 'U0ANNA' })
    expect(kinds(await carry(desk, gone))).toEqual(['card-update', 'thread'])
    expect(await desk.deps.db.troubles.all()).toEqual([])
  })

  it.each(['is_archived', 'channel_not_found', 'cant_update_message'])(
    'is told as one without where its update fails for %s; it can’t be given up, and goes elsewhere',
    async (cause) => {
      await using desk = await aDeskWithCard(engine)
      await again(desk)
      await carry(desk, cause)
      expect(await desk.deps.db.troubles.all()).toMatchObject([{ lane, cause, count: 2, leads: 1 }])
      expect(await drop(desk, { lane, cause })).toEqual({ count: 0, setAside: 0, kept: 2, cardsAnew: 0 })
      expect(await desk.deps.db.troubles.all()).toMatchObject([{ cause, leads: 1 }])
      const move = { which: { lane, cause }, to: 'C0NEW', by: 'Olga' }
      expect(await sendElsewhere(desk.deps, move)).toEqual({ cards: 1, digests: 0 })
      expect(await carry(desk)).toMatchObject([{ lane: 'C0NEW', content: { kind: 'card' } }])
    },
  )

  it('stands where only its update is not taken: that can be given up', async () => {
    await using desk = await aDeskWithCard(engine)
    await again(desk)
    await carry(desk, 'edit_window_closed')
    expect(await desk.deps.db.troubles.all()).toMatchObject([{ count: 2, leads: 0 }])
    expect(await drop(desk, { lane })).toEqual({ count: 2, setAside: 0, kept: 0, cardsAnew: 0 })
    expect(await cardOf(desk)).toMatchObject({ ts: '5.1' })
  })

  it('keeps what hangs on it while the rest of the same cause is given up', async () => {
    await using desk = await aDeskWithCard(engine)
    await handOff(desk, 'decided')
    await carry(desk)
    const known = await desk.deps.db.leads.search('decided', 1)
    const decided = await roundIdOf(desk.deps, known[0]?.id)
    await acceptLead(desk.deps, { handoffId: decided, userId: 'U0ANNA' })
    await again(desk)
    await carry(desk, 'is_archived')
    expect(await drop(desk, { lane })).toEqual({ count: 2, setAside: 0, kept: 2, cardsAnew: 0 })
    expect(await desk.deps.db.troubles.all()).toMatchObject([{ count: 2, leads: 1 }])
  })

  it('comes anew where an earlier version gave it up, as soon as its update is refused', async () => {
    await using desk = await aDeskWithoutCard(engine)
    // It may have arrived before it was given up: it is looked for, and drawn anew where it is found.
    expect(kinds(await carry(desk))).toEqual(['card-update', 'card', 'card-update', 'thread'])
    expect(await cardOf(desk)).toMatchObject({ channel: lane })
    expect(await desk.outbox.counts()).toEqual({ waiting: 0, failed: 0 })
  })

  it('comes anew where an earlier version gave it up, and its update is given up as well', async () => {
    await using desk = await aDeskWithoutCard(engine)
    const stuck = { waiting: true, lane } as const
    expect(await drop(desk, stuck)).toEqual({ count: 2, setAside: 0, kept: 0, cardsAnew: 1 })
    expect(kinds(await carry(desk))).toEqual(['card'])
    expect(await cardOf(desk)).toMatchObject({ channel: lane })
  })

  it('is looked for first after a restored backup, which may not know that it was posted anew', async () => {
    await using desk = await aDeskWithCard(engine)
    await afterRestore(desk.deps)
    expect(await refuse(desk, await claimed(desk))).toEqual({ fate: 'card-anew' })
    // What is found shows an earlier state, so the update goes on to it.
    const shown = await carry(desk)
    expect(shown).toMatchObject([
      { content: { kind: 'card' }, doubtfulSince: desk.deps.now() },
      { content: { kind: 'card-update' }, card: { ts: '1.1' } },
    ])
    expect(await desk.deps.db.troubles.all()).toEqual([])
  })

  it('is not taken for posted elsewhere when an attempt of the old channel ends after it was moved', async () => {
    await using desk = await openDesk(engine)
    await handOff(desk, 'a')
    const slow = await claimed(desk)
    await drop(desk, { waiting: true, lane })
    await sendElsewhere(desk.deps, { which: { lane }, to: 'C0NEW', by: 'Olga' })
    await sent(desk, slow, '7.7')
    expect(await cardOf(desk)).toBeNull()
    expect(await later(desk)).toMatchObject([{ lane: 'C0NEW', content: { kind: 'card' }, card: null }])
  })
})

async function aDeskWithCard(engine: (typeof engines)[number]): Promise<Desk> {
  const desk = await openDesk(engine)
  await handOff(desk, 'a')
  await sent(desk, await claimed(desk), '5.1')
  return desk
}

async function aDeskWithoutCard(engine: (typeof engines)[number]): Promise<Desk> {
  const desk = await openDesk(engine)
  await handOff(desk, 'a')
  await desk.outbox.leaveOut(await claimed(desk), { because: 'dropped by Olga', at: desk.deps.now() })
  await again(desk)
  return desk
}

const drop = (desk: Desk, which: Stuck) => giveUp(desk.deps, { which, because: 'dropped by Olga: a test' })

const refuse = (desk: Desk, notice: ClaimedNotice) =>
  desk.outbox.fail(notice, { error: gone, at: desk.deps.now() })

const sent = (desk: Desk, notice: ClaimedNotice, ts: string) =>
  desk.outbox.sent(notice, { ts, at: desk.deps.now(), freeAt: desk.deps.now() })

/** The same person comes again. */
async function again(desk: Desk, ...ids: string[]): Promise<void> {
  for (const externalId of ids.length > 0 ? ids : ['x'])
    await receiveLeads(desk.deps, {
      leads: [aReceivedLead({ externalId, details: { email: 'a@example.com' } })],
    })
}

async function claimed(desk: Desk): Promise<ClaimedNotice> {
  const notice = await claim(desk)
  if (!notice) throw new Error('nothing was claimed')
  return notice
}

/** What is shown once the lease of an attempt that was cut off is over. */
async function later(desk: Desk): Promise<ClaimedNotice[]> {
  desk.setClock(new Date(desk.deps.now().getTime() + 11_000))
  return carry(desk)
}

async function handoffId(desk: Desk): Promise<string> {
  const [waiting] = await desk.deps.db.leads.open(1)
  return waiting?.handoff.id ?? ''
}

const cardOf = async (desk: Desk) => desk.deps.db.leads.cardOf(await handoffId(desk))
