import { describe, expect, it } from 'vitest'
import { acceptLead } from '../../src/flows/handoff/accept-lead.ts'
import { afterRestore } from '../../src/flows/delivery/after-restore.ts'
import { giveUp } from '../../src/flows/delivery/give-up.ts'
import { reportTroubles } from '../../src/flows/delivery/report-troubles.ts'
import { sendAgain } from '../../src/flows/delivery/send-again.ts'
import { engines } from '../support/database.ts'
import { openDesk } from '../support/desk.ts'
import { at } from '../support/leads.ts'
import { carry, claim, handOff, kinds } from './carry.ts'

const ops = 'U0CARLA'
const archived = { lane: 'C0LEADS', cause: 'is_archived' }

describe.each(engines)('what Slack refuses for good, on $name', (engine) => {
  it('is kept by lane and cause, and goes out again in its order, with what hangs below it', async () => {
    await using desk = await openDesk(engine)
    await handOff(desk, 'a', 'b')
    const [first] = await desk.deps.db.leads.open(1)
    await acceptLead(desk.deps, { handoffId: first?.handoff.id ?? '', userId: 'U0ANNA' })
    const refused = await carry(desk, 'is_archived')
    expect(kinds(refused)).toEqual(['card', 'card', 'card-update', 'thread'])
    expect(await desk.deps.db.troubles.all()).toEqual([
      { ...archived, isReport: false, count: 4, leads: 2, tries: 4, since: desk.deps.now() },
    ])
    expect(await desk.outbox.counts()).toEqual({ waiting: 0, failed: 4 })
    expect(await desk.deps.db.troubles.sendAgain({ ...archived, cause: 'not_in_channel' })).toBe(0)
    expect(await desk.deps.db.troubles.sendAgain(archived)).toBe(4)
    expect(await desk.deps.db.troubles.sendAgain(archived)).toBe(0)
    await handOff(desk, 'c')
    const sent = await carry(desk)
    expect(sent.slice(0, 4).map(({ id }) => id)).toEqual(refused.map(({ id }) => id))
    expect(kinds(sent.slice(4))).toEqual(['card'])
    expect(sent.every(({ doubtfulSince }) => doubtfulSince === null)).toBe(true)
    expect(await desk.deps.db.troubles.all()).toEqual([])
    expect(await desk.outbox.counts()).toEqual({ waiting: 0, failed: 0 })
  })

  it('does not repeat what was sent after it', async () => {
    await using desk = await openDesk(engine)
    await handOff(desk, 'a', 'b')
    const bad = await claim(desk)
    if (!bad) throw new Error('nothing was claimed')
    await desk.outbox.fail(bad, { error: 'invalid_blocks', at: desk.deps.now() })
    expect(await carry(desk)).toHaveLength(1)
    await desk.deps.db.troubles.sendAgain({})
    expect((await carry(desk)).map(({ id }) => id)).toEqual([bad.id])
  })

  it('is looked for first where an earlier attempt may have arrived', async () => {
    await using desk = await openDesk(engine)
    await handOff(desk, 'a')
    await carry(desk, 'is_archived', true)
    await desk.deps.db.troubles.sendAgain(archived)
    expect(await carry(desk)).toMatchObject([{ doubtfulSince: desk.deps.now() }])
  })

  it('is looked for first after a backup was restored, as it may have been sent again since', async () => {
    await using desk = await openDesk(engine)
    await handOff(desk, 'a')
    await carry(desk, 'is_archived')
    const { waiting } = await afterRestore(desk.deps)
    expect(waiting).toBe(0)
    await desk.deps.db.troubles.sendAgain(archived)
    expect((await carry(desk))[0]).toMatchObject({ doubtfulSince: desk.deps.now() })
  })

  it('can be given up with a reason, and takes with it what comes later for the same card', async () => {
    await using desk = await openDesk(engine)
    await handOff(desk, 'a')
    await carry(desk, 'channel_not_found')
    const [lead] = await desk.deps.db.leads.open(1)
    const click = { handoffId: lead?.handoff.id ?? '', userId: 'U0ANNA' }
    await acceptLead(desk.deps, click)
    const given = await giveUp(desk.deps, {
      which: { lane: 'C0LEADS' },
      because: 'dropped by Olga: it is gone',
    })
    expect(given).toEqual({ count: 1, setAside: 0, kept: 0, cardsAnew: 0 })
    expect(kinds(await carry(desk))).toEqual(['card-update', 'thread'])
    expect(await desk.deps.db.troubles.all()).toEqual([])
    expect(await desk.deps.db.troubles.sendAgain({})).toBe(0)
  })

  it('lists what waits, and why', async () => {
    await using desk = await openDesk(engine)
    await handOff(desk, 'a', 'b')
    const notice = await claim(desk)
    if (!notice) throw new Error('nothing was claimed')
    await desk.outbox.doubt(notice, { error: 'HTTP 500', dueAt: desk.deps.now() })
    const since = desk.deps.now()
    const queue = await desk.deps.db.troubles.queue()
    expect(queue).toHaveLength(2)
    expect(queue).toContainEqual({
      state: 'doubtful',
      courier: 'slack',
      lane: 'C0LEADS',
      cause: 'HTTP 500',
      count: 1,
      since,
    })
    expect(queue).toContainEqual({
      state: 'waiting',
      courier: 'slack',
      lane: 'C0LEADS',
      cause: null,
      count: 1,
      since,
    })
  })
})

describe.each(engines)('operations on $name', (engine) => {
  const anOpsDesk = async () => {
    const desk = await openDesk(engine)
    const { document } = await desk.deps.db.playbooks.current()
    await desk.agree({ roles: { ...document.roles, operations: { groups: [], users: [ops, 'U0GUEST'] } } })
    return desk
  }

  it('are told of a cause once, which counts on, and again after an hour; guests are not', async () => {
    await using desk = await anOpsDesk()
    await handOff(desk, 'a')
    await carry(desk, 'is_archived')
    expect(await Promise.all([reportTroubles(desk.deps), reportTroubles(desk.deps)])).toContain(true)
    const [told, ...others] = await carry(desk)
    expect(others).toEqual([])
    expect(told).toMatchObject({ lane: ops, content: { kind: 'trouble', about: archived } })
    await handOff(desk, 'b', 'c')
    await carry(desk, 'is_archived')
    desk.setClock(at('09:59'))
    expect(await reportTroubles(desk.deps)).toBe(true)
    const [update] = await carry(desk)
    expect(update?.content).toMatchObject({ kind: 'trouble-update', known: { count: 3 } })
    expect(update?.below).toEqual({ channel: 'D0CARLA', ts: '1.1' })
    desk.setClock(at('10:01'))
    expect(await reportTroubles(desk.deps)).toBe(false)
    await handOff(desk, 'd')
    await carry(desk, 'is_archived')
    await reportTroubles(desk.deps)
    expect(kinds(await carry(desk))).toEqual(['trouble'])
  })

  it('learn that it is mended', async () => {
    await using desk = await anOpsDesk()
    await handOff(desk, 'a')
    await carry(desk, 'is_archived')
    await reportTroubles(desk.deps)
    await carry(desk, 'is_archived')
    expect(await sendAgain(desk.deps, { ...archived, userId: ops })).toEqual({ ok: true, value: 1 })
    expect(kinds(await carry(desk)).toSorted()).toEqual(['card', 'trouble-update'])
    expect(await reportTroubles(desk.deps)).toBe(false)
  })

  it('alone may send again', async () => {
    await using desk = await anOpsDesk()
    await handOff(desk, 'a')
    await carry(desk, 'is_archived')
    for (const [userId, barrier] of [
      ['U0ANNA', 'role'],
      ['U0GUEST', 'guest'],
      ['U0STRANGER', 'stranger'],
    ] as const)
      expect(await sendAgain(desk.deps, { ...archived, userId })).toEqual({
        ok: false,
        refusal: { kind: 'not-allowed', barrier },
      })
    expect(await desk.outbox.counts()).toEqual({ waiting: 0, failed: 1 })
  })

  it('are not told that they could not be told', async () => {
    await using desk = await anOpsDesk()
    await handOff(desk, 'a')
    await carry(desk, 'is_archived')
    await reportTroubles(desk.deps)
    const message = await claim(desk)
    if (!message) throw new Error('nothing was claimed')
    await desk.outbox.fail(message, { error: 'messages_tab_disabled', at: desk.deps.now() })
    for (const time of ['09:05', '10:30', '18:00']) {
      desk.setClock(at(time))
      expect(await reportTroubles(desk.deps)).toBe(false)
    }
    expect(await desk.outbox.counts()).toEqual({ waiting: 0, failed: 2 })
  })
})
