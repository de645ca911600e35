import { describe, expect, it } from 'vitest'
import { acceptLead } from '../../src/flows/handoff/accept-lead.ts'
import { postponeChange, recordChange } from '../../src/flows/ledger/record-change.ts'
import { rejectLead } from '../../src/flows/handoff/reject-lead.ts'
import { sendDueDigest } from '../../src/flows/digest/send-due-digest.ts'
import { engines } from '../support/database.ts'
import { handOffOne, openDesk, type Desk } from '../support/desk.ts'
import { aReceivedLead } from '../support/leads.ts'

const week = '2026-W47'
const answer = { id: 'line-1', userId: 'U0CARLA', week, target: { by: 'source', key: 'website' } } as const
const monday = (day: string) => new Date(`${day}T09:00:00+01:00`)
let leads = 0

/** So many leads of the website are accepted, and so many rejected, at the desk's time. */
async function work(desk: Desk, yes: number, no: number) {
  for (let index = 0; index < yes + no; index += 1) {
    const number = (leads += 1)
    const details = { email: `p${number}@example.com` }
    const handoffId = await handOffOne(
      desk,
      aReceivedLead({ source: 'website', externalId: `L-${number}`, qualified: true, details }),
    )
    if (index < yes) await acceptLead(desk.deps, { handoffId, userId: 'U0ANNA' })
    else await rejectLead(desk.deps, { ...noWords, handoffId, userId: 'U0ANNA', reason: 'low-intent' })
  }
  await desk.shown()
}
const noWords = { evidence: null, note: null }

/** A desk on which the digest of 16 to 22 November was posted, about so many leads accepted and rejected. */
async function afterDigest(engine: (typeof engines)[number], yes = 1, no = 1) {
  const desk = await openDesk(engine)
  await work(desk, yes, no)
  desk.setClock(monday('2026-11-23'))
  await sendDueDigest(desk.deps)
  await desk.shown()
  return desk
}

describe.each(engines)('the ledger on $name', (engine) => {
  it('keeps what was changed, tells it below the digest, in the next digest, and what came of it', async () => {
    await using desk = await afterDigest(engine, 8, 14)
    const { deps } = desk
    const outcome = await recordChange(deps, { ...answer, what: ' The form asks. ', day: '2026-11-23' })
    expect(outcome).toMatchObject({ ok: true, value: { what: 'The form asks.', week, by: 'U0CARLA' } })
    expect(await desk.shown()).toMatchObject([{ kind: 'ledger', entryId: 'line-1' }])
    desk.setClock(new Date('2026-11-25T10:00:00+01:00'))
    await work(desk, 20, 1)
    desk.setClock(monday('2026-11-30'))
    await sendDueDigest(deps)
    const next = await deps.db.digests.find('marketing', '2026-W48')
    expect(next?.ledger).toMatchObject({ made: [{ id: 'line-1', what: 'The form asks.' }], measured: [] })

    desk.setClock(new Date('2026-12-16T10:00:00+01:00'))
    await work(desk, 1, 0)
    desk.setClock(monday('2026-12-21'))
    await sendDueDigest(deps)
    const later = await deps.db.digests.find('marketing', '2026-W51')
    const measured = { before: { count: 8, of: 22 }, after: { count: 21, of: 22 }, verdict: 'better' }
    expect(later?.ledger).toMatchObject({ made: [], measured: [{ id: 'line-1', measured }] })
    expect(await deps.db.ledger.latest(5)).toMatchObject([{ id: 'line-1', measured }])

    desk.setClock(new Date('2026-12-22T10:00:00+01:00'))
    await work(desk, 1, 0)
    desk.setClock(monday('2026-12-28'))
    await sendDueDigest(deps)
    expect((await deps.db.digests.find('marketing', '2026-W52'))?.ledger).toEqual({ made: [], measured: [] })
    expect((await deps.db.digests.find('marketing', '2026-W48'))?.ledger.measured).toEqual([])
  })

  it('waits with what it tells for a week that has a digest', async () => {
    await using desk = await afterDigest(engine)
    await recordChange(desk.deps, { ...answer, what: 'The form asks.', day: null })
    desk.setClock(monday('2026-11-30'))
    expect(await sendDueDigest(desk.deps)).toBe(false)
    expect(await desk.deps.db.ledger.unreported()).toHaveLength(1)
  })

  it('takes one answer once, and one “not now” a person', async () => {
    await using desk = await afterDigest(engine)
    const change = { ...answer, what: 'The form asks.', day: null }
    const outcomes = await Promise.all([1, 2, 3].map(() => recordChange(desk.deps, change)))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ refusal: { kind: 'told-already' } })
    const notNow = { userId: 'U0CARLA', week }
    expect(await postponeChange(desk.deps, notNow)).toMatchObject({ ok: true })
    expect(await postponeChange(desk.deps, notNow)).toMatchObject({ refusal: { kind: 'told-already' } })
    expect((await desk.shown()).map(({ kind }) => kind)).toEqual(['ledger', 'ledger'])
  })

  it.each([
    ['guests', { userId: 'U0GUEST' }, { kind: 'not-allowed', barrier: 'guest' }],
    ['strangers', { userId: 'U0STRANGER' }, { kind: 'not-allowed', barrier: 'stranger' }],
    ['sales, once marketing is named', { userId: 'U0ANNA' }, { kind: 'not-allowed', barrier: 'role' }],
    ['a change without words', { what: ' \n' }, { kind: 'change-empty' }],
    ['a day to come', { day: '2026-11-24' }, { kind: 'change-in-future' }],
    ['more words than fit', { what: 'x'.repeat(1201) }, { kind: 'too-long', field: 'what', most: 300 }],
    ['a day that is none', { day: 'yesterday' }, { kind: 'change-day' }],
    ['the 30th of February', { day: '2026-02-30' }, { kind: 'change-day' }],
    ['a day with a sign no database stores', { day: '2026-11-2\0' }, { kind: 'change-day' }],
    ['a day of another era', { day: '0001-01-01' }, { kind: 'change-day' }],
    ['a day of more than a year ago', { day: '2025-11-22' }, { kind: 'change-day' }],
    ['a reason nobody gave', { target: { by: 'reason', key: 'no-such-reason' } }, { kind: 'change-target' }],
    ['a source that sent nothing', { target: { by: 'source', key: 'web\0' } }, { kind: 'change-target' }],
    ['all leads of something', { target: { by: 'all', key: 'x' } }, { kind: 'change-target' }],
    ['what is no week', { week: '2026-W47\0' }, { kind: 'week-unknown' }],
    ['a week without a digest', { week: '2026-W30' }, { kind: 'week-unknown' }],
  ] as const)('refuses %s', async (_who, changes, refusal) => {
    await using desk = await afterDigest(engine)
    const { roles } = (await desk.deps.db.playbooks.current()).document
    await desk.agree({ roles: { ...roles, marketing: { groups: ['S0MARKETING'], users: [] } } })
    const change = { ...answer, what: 'The form asks.', day: null, ...changes }
    expect(await recordChange(desk.deps, change)).toMatchObject({ ok: false, refusal })
    expect(await desk.deps.db.ledger.latest(1)).toEqual([])
    expect(await desk.shown()).toEqual([])
  })
})
