import { describe, expect, it } from 'vitest'
import { decisionOf } from '../../src/domain/handoff/handoff.ts'
import { acceptLead } from '../../src/flows/handoff/accept-lead.ts'
import { praiseLead } from '../../src/flows/handoff/praise-lead.ts'
import { prepareRejection } from '../../src/flows/handoff/prepare-rejection.ts'
import { rejectLead } from '../../src/flows/handoff/reject-lead.ts'
import { showContact } from '../../src/flows/handoff/show-contact.ts'
import { handOffOne, openDesk } from '../support/desk.ts'
import { engines } from '../support/database.ts'
import { aReceivedLead, at } from '../support/leads.ts'
import type { Roles } from '../../src/domain/people/roles.ts'

const lead = aReceivedLead({ qualified: true })
const salesOnly: Roles = {
  sales: { groups: ['S0SALES'], users: [] },
  marketing: { groups: ['S0MARKETING'], users: [] },
  managers: 'nobody',
  operations: 'anybody',
}

describe.each(engines)('deciding on $name', (engine) => {
  it('accepts: the card changes and its thread says who', async () => {
    await using desk = await openDesk(engine)
    const handoffId = await handOffOne(desk, lead)
    const outcome = await acceptLead(desk.deps, { handoffId, userId: 'U0ANNA' })
    const value = { lead: { status: 'accepted' }, handoff: { status: 'accepted' } }
    expect(outcome).toMatchObject({ ok: true, value })
    expect(await desk.shown()).toEqual([
      { kind: 'card-update' },
      { kind: 'thread', note: { type: 'accepted', by: 'U0ANNA' } },
    ])
  })

  it('tells the second person who was first', async () => {
    await using desk = await openDesk(engine)
    const handoffId = await handOffOne(desk, lead)
    await acceptLead(desk.deps, { handoffId, userId: 'U0ANNA' })
    await desk.shown()
    const decision = { kind: 'accepted', by: 'U0ANNA', at: at('09:00'), workingMinutes: 0, praise: null }
    const refusal = { kind: 'already-decided', decision }
    expect(await acceptLead(desk.deps, { handoffId, userId: 'U0BEN' })).toEqual({ ok: false, refusal })
    expect(await prepareRejection(desk.deps, { handoffId, userId: 'U0BEN' })).toEqual({ ok: false, refusal })
    expect(await desk.shown()).toEqual([])
  })

  it('lets one of a hundred simultaneous clicks win and tells ninety-nine who', async () => {
    await using desk = await openDesk(engine)
    const handoffId = await handOffOne(desk, lead)
    const clicks = Array.from({ length: 100 }, (_, index) =>
      acceptLead(desk.deps, { handoffId, userId: index % 2 === 0 ? 'U0ANNA' : 'U0BEN' }),
    )
    const outcomes = await Promise.all(clicks)
    const winner = outcomes.find((outcome) => outcome.ok)
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    const by = winner && decisionOf(winner.value.handoff)?.by
    expect(by).toMatch(/^U0(?:ANNA|BEN)$/)
    const refused = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.refusal]))
    expect(refused).toHaveLength(99)
    for (const refusal of refused)
      expect(refusal).toMatchObject({ kind: 'already-decided', decision: { by } })
    expect(await desk.shown()).toHaveLength(2)
  })

  it('rejects with the attribute that was wrong, quoting the lead and not the form', async () => {
    await using desk = await openDesk(engine)
    const handoffId = await handOffOne(desk, lead)
    const evidence = { attribute: 'employees', stated: 'forged', actual: ' 12 ' }
    const note = '  Two people and a dog. '
    const rejection = { handoffId, userId: 'U0BEN', reason: 'company-fit', evidence, note }
    expect(await rejectLead(desk.deps, rejection)).toMatchObject({
      ok: true,
      value: {
        lead: { status: 'rejected' },
        handoff: {
          decision: {
            kind: 'rejected',
            reason: 'company-fit',
            evidence: { attribute: 'employees', stated: '400', actual: '12' },
            note: 'Two people and a dog.',
          },
        },
      },
    })
    expect(await desk.shown()).toEqual([
      { kind: 'card-update' },
      { kind: 'thread', note: { type: 'rejected', by: 'U0BEN', reason: 'company-fit' } },
    ])
  })

  it.each(['attributes.second_email', 'constructor', 'attributes'])(
    'takes no %s for evidence: no modal offers it',
    async (attribute) => {
      await using desk = await openDesk(engine)
      const handoffId = await handOffOne(desk, {
        ...lead,
        details: { ...lead.details, attributes: { second_email: 'a@b.example' } },
      })
      const rejection = { handoffId, userId: 'U0BEN', reason: 'bad-data', note: null }
      const forged = await rejectLead(desk.deps, {
        ...rejection,
        evidence: { attribute, stated: null, actual: null },
      })
      expect(forged).toMatchObject({ ok: false, refusal: { kind: 'evidence-required' } })
      const said = await rejectLead(desk.deps, {
        ...rejection,
        evidence: { attribute, stated: null, actual: '12' },
      })
      const proof = { attribute: null, stated: null, actual: '12' }
      expect(said).toMatchObject({ ok: true, value: { handoff: { decision: { evidence: proof } } } })
    },
  )

  it.each([
    ['note', { note: 'x'.repeat(4001) }, 1000],
    ['actual', { evidence: { attribute: 'title', stated: null, actual: 'x'.repeat(1201) } }, 300],
  ])('refuses a %s that is longer than its field', async (field, said, most) => {
    await using desk = await openDesk(engine)
    const handoffId = await handOffOne(desk, lead)
    const rejection = { handoffId, userId: 'U0BEN', reason: 'role-fit', evidence: null, note: null, ...said }
    expect(await rejectLead(desk.deps, rejection)).toEqual({
      ok: false,
      refusal: { kind: 'too-long', field, most },
    })
  })

  it.each([
    { reason: 'no-such-reason', kind: 'reason-unknown' },
    { reason: 'other', kind: 'note-required' },
    { reason: 'bad-data', kind: 'evidence-required' },
  ])('refuses the reason $reason with blanks as $kind', async ({ reason, kind }) => {
    await using desk = await openDesk(engine)
    const handoffId = await handOffOne(desk, lead)
    const evidence = { attribute: ' ', stated: null, actual: '' }
    const outcome = await rejectLead(desk.deps, { handoffId, userId: 'U0ANNA', reason, evidence, note: '  ' })
    expect(outcome).toMatchObject({ ok: false, refusal: { kind } })
  })

  it('lets guests and strangers read, and change nothing', async () => {
    await using desk = await openDesk(engine)
    const handoffId = await handOffOne(desk, lead)
    for (const [userId, barrier] of [
      ['U0GUEST', 'guest'],
      ['U0STRANGER', 'stranger'],
    ] as const) {
      const refused = { ok: false, refusal: { kind: 'not-allowed', barrier } }
      expect(await acceptLead(desk.deps, { handoffId, userId })).toEqual(refused)
      expect(await showContact(desk.deps, { handoffId, userId })).toEqual(refused)
    }
    expect(await desk.shown()).toEqual([])
  })

  it('leaves deciding to sales once sales is named, although managers are not', async () => {
    await using desk = await openDesk(engine)
    const handoffId = await handOffOne(desk, lead)
    await desk.agree({ roles: salesOnly })
    const refusal = { kind: 'not-allowed', barrier: 'role' }
    expect(await acceptLead(desk.deps, { handoffId, userId: 'U0CARLA' })).toEqual({ ok: false, refusal })
    expect(await showContact(desk.deps, { handoffId, userId: 'U0CARLA' })).toMatchObject({ ok: true })
    expect(await acceptLead(desk.deps, { handoffId, userId: 'U0BEN' })).toMatchObject({ ok: true })
  })

  it('takes praise from whoever accepted, and once', async () => {
    await using desk = await openDesk(engine)
    const handoffId = await handOffOne(desk, lead)
    await acceptLead(desk.deps, { handoffId, userId: 'U0ANNA' })
    await desk.shown()
    const tap = { handoffId, userId: 'U0ANNA', praise: 'clear-intent' as const }
    expect(await praiseLead(desk.deps, { ...tap, userId: 'U0BEN' })).toEqual({
      ok: false,
      refusal: { kind: 'not-yours', owner: 'U0ANNA' },
    })
    expect(await praiseLead(desk.deps, tap)).toMatchObject({ ok: true })
    expect(await desk.shown()).toHaveLength(2)
    expect(await praiseLead(desk.deps, tap)).toMatchObject({ ok: true })
    expect(await desk.shown()).toEqual([])
  })

  it('remembers who saw the contact data', async () => {
    await using desk = await openDesk(engine)
    const handoffId = await handOffOne(desk, lead)
    const outcome = await showContact(desk.deps, { handoffId, userId: 'U0CARLA' })
    if (!outcome.ok) throw new Error(outcome.refusal.kind)
    expect(outcome.value.lead.details.email).toBe('mia@example.com')
    const history = await desk.deps.db.leads.history(outcome.value.lead.id)
    expect(history.at(-1)).toMatchObject({ type: 'contact-shown', by: { kind: 'person', id: 'U0CARLA' } })
    expect(await desk.shown()).toEqual([])
  })

  it('answers for a card it does not know', async () => {
    await using desk = await openDesk(engine)
    const click = { handoffId: 'gone', userId: 'U0ANNA' }
    expect(await acceptLead(desk.deps, click)).toEqual({ ok: false, refusal: { kind: 'lead-unknown' } })
    expect(await prepareRejection(desk.deps, click)).toEqual({ ok: false, refusal: { kind: 'lead-unknown' } })
  })
})
