import { describe, expect, it } from 'vitest'
import type { LedgerEntry } from '../../src/domain/ledger/entry.ts'
import { acceptLead } from '../../src/flows/handoff/accept-lead.ts'
import { rejectLead } from '../../src/flows/handoff/reject-lead.ts'
import { ledgerFor } from '../../src/flows/ledger/ledger-for.ts'
import type { LeadRound } from '../../src/domain/lead/lead.ts'
import type { CohortPart } from '../../src/ports/lead-store.ts'
import { engines } from '../support/database.ts'
import { handOffOne, openDesk, type Desk } from '../support/desk.ts'
import { aReceivedLead, at } from '../support/leads.ts'

const later = (instant: Date, ms: number) => new Date(instant.getTime() + ms)

/** Hands off somebody of that name at that time of the desk. */
async function handOffAt(desk: Desk, instant: Date, name: string): Promise<string> {
  desk.setClock(instant)
  const details = { name, email: `${name}@example.com` }
  return handOffOne(desk, aReceivedLead({ externalId: name, details, qualified: true }))
}

const namesOf = (rounds: LeadRound[]) => rounds.map(({ lead }) => lead.details.name)

const noWords = { evidence: null, note: null }

describe.each(engines)('leads that are asked for on $name', (engine) => {
  it('and are open come with the most urgent first', async () => {
    await using desk = await openDesk(engine)
    await handOffAt(desk, at('12:00'), 'second')
    await handOffAt(desk, at('15:00'), 'third')
    await handOffAt(desk, at('09:30'), 'first')
    expect(namesOf(await desk.deps.db.leads.open(3))).toEqual(['first', 'second', 'third'])
    expect(namesOf(await desk.deps.db.leads.open(1))).toEqual(['first'])
  })

  it('by who accepted them come with the latest first, and without those whom somebody rejected', async () => {
    await using desk = await openDesk(engine)
    for (const [index, name] of ['a', 'b', 'c'].entries()) {
      const handoffId = await handOffAt(desk, at(`1${index}:00`), name)
      await acceptLead(desk.deps, { handoffId, userId: 'U0ANNA' })
    }
    const handoffId = await handOffAt(desk, at('14:00'), 'd')
    await rejectLead(desk.deps, { ...noWords, handoffId, userId: 'U0ANNA', reason: 'low-intent' })
    expect(namesOf(await desk.deps.db.leads.acceptedBy('U0ANNA', 5))).toEqual(['c', 'b', 'a'])
    expect(namesOf(await desk.deps.db.leads.acceptedBy('U0ANNA', 2))).toEqual(['c', 'b'])
    expect(await desk.deps.db.leads.acceptedBy('U0BEN', 5)).toEqual([])
  })

  it('by their address are found in whatever case it was sent, and is asked for', async () => {
    await using desk = await openDesk(engine)
    await handOffOne(desk, aReceivedLead({ details: { email: 'MIA@Example.COM' }, qualified: true }))
    for (const email of ['mia@example.com', 'Mia@Example.com', 'MIA@Example.COM'])
      expect(await desk.deps.db.leads.handedOffByEmail(email, { isTest: false })).toMatchObject([
        { details: { email: 'MIA@Example.COM' } },
      ])
  })

  it('of a cohort are those from its first instant to before its end, the latest first', async () => {
    await using desk = await openDesk(engine)
    const [from, to] = [at('10:00'), at('11:00')]
    await handOffAt(desk, later(from, -1), 'before')
    await handOffAt(desk, from, 'from')
    await handOffAt(desk, later(to, -1), 'last')
    await handOffAt(desk, to, 'to')
    const { leads, digests } = desk.deps.db
    const cohort = { from, to, now: to, filter: {} }
    const found = await leads.ofCohort({ ...cohort, statuses: ['open'], dueOnly: false }, 5)
    expect(namesOf(found)).toEqual(['last', 'from'])
    const { zone, workingHours: hours } = (await desk.deps.db.playbooks.current()).document
    const { all } = await digests.count({ ...cohort, working: { hours, zone } })
    expect(all.delivered).toBe(2)
  })

  it('fall due at the instant of their clock, in the list and in the count', async () => {
    await using desk = await openDesk(engine)
    await handOffAt(desk, at('09:00'), 'one')
    const { zone, workingHours: hours } = (await desk.deps.db.playbooks.current()).document
    const dueAt = at('13:00')
    for (const [now, due] of [
      [later(dueAt, -1), 0],
      [dueAt, 1],
      [later(dueAt, 1), 1],
    ] as const) {
      const cohort = { from: at('08:00'), to: at('18:00'), now, filter: {} }
      const part: CohortPart = { ...cohort, statuses: ['open'], dueOnly: true }
      expect(await desk.deps.db.leads.ofCohort(part, 5)).toHaveLength(due)
      const { all } = await desk.deps.db.digests.count({ ...cohort, working: { hours, zone } })
      expect({ now, notYetDue: all.notYetDue }).toEqual({ now, notYetDue: 1 - due })
    }
  })

  it('are decided in time up to the instant before their clock runs out, and not after it', async () => {
    await using desk = await openDesk(engine)
    const dueAt = at('13:00')
    const { zone, workingHours: hours } = (await desk.deps.db.playbooks.current()).document
    const inTime: number[] = []
    for (const ms of [-1, 0, 1]) {
      const handoffId = await handOffAt(desk, at('09:00'), `at${ms}`)
      desk.setClock(later(dueAt, ms))
      await acceptLead(desk.deps, { handoffId, userId: 'U0ANNA' })
      const cohort = { from: at('08:00'), to: at('18:00'), now: at('18:00'), filter: {} }
      inTime.push((await desk.deps.db.digests.count({ ...cohort, working: { hours, zone } })).all.inTime)
    }
    expect(inTime).toEqual([1, 2, 2])
  })
})

const fourWeeks = 28 * 24 * 3_600_000
const since = new Date('2026-11-23T00:00:00+01:00')

const entry = (id: string, changes: Partial<LedgerEntry> = {}): LedgerEntry => ({
  ...{ id, week: '2026-W47', kind: 'changed', target: { by: 'all', key: '' }, what: 'The form asks.' },
  ...{ since, by: 'U0CARLA', at: since, measured: null },
  ...changes,
})

describe.each(engines)('lines of the ledger on $name', (engine) => {
  it('are measured from the very instant on at which four weeks are over', async () => {
    await using desk = await openDesk(engine)
    await desk.deps.db.ledger.add(entry('line-1'), [])
    const measured = async (now: Date) => {
      desk.setClock(now)
      return (await ledgerFor(desk.deps)).measured.map(({ id }) => id)
    }
    expect(await measured(later(since, fourWeeks - 1))).toEqual([])
    expect(await measured(later(since, fourWeeks))).toEqual(['line-1'])
    expect(await measured(later(since, fourWeeks + 1))).toEqual(['line-1'])
  })

  it('are told in the order they were written, and listed with the latest first; a postponement is neither', async () => {
    await using desk = await openDesk(engine)
    const { ledger } = desk.deps.db
    const lines = [entry('b', { at: later(since, 2) }), entry('c', { at: later(since, 3) }), entry('a')]
    for (const line of lines) await ledger.add(line, [])
    await ledger.add(entry('d', { kind: 'not-now', at: later(since, 4) }), [])
    expect((await ledger.unreported()).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect((await ledger.unmeasured(since)).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect((await ledger.latest(3)).map(({ id }) => id)).toEqual(['d', 'c', 'b'])
  })
})

describe.each(engines)('what was looked up in vain on $name', (engine) => {
  it('comes with the most wanted first, by the alphabet where it is as wanted', async () => {
    await using desk = await openDesk(engine)
    const { lookups } = desk.deps.db
    const ever = { from: at('00:00'), to: at('23:00') }
    for (const term of ['plumber', 'quark', 'baker', 'quark'])
      await lookups.countMiss('persona', term, at('09:00'))
    expect((await lookups.misses(ever, 3)).map(({ term }) => term)).toEqual(['quark', 'baker', 'plumber'])
    expect((await lookups.misses(ever, 1)).map(({ term }) => term)).toEqual(['quark'])
  })
})
