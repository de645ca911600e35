import { describe, expect, it } from 'vitest'
import { evolve } from '../../src/domain/handoff/evolve.ts'
import { decisionOf } from '../../src/domain/handoff/handoff.ts'
import type { Lead, LeadRound } from '../../src/domain/lead/lead.ts'
import { acceptLead } from '../../src/flows/handoff/accept-lead.ts'
import { ConflictError } from '../../src/ports/conflict-error.ts'
import { praiseLead } from '../../src/flows/handoff/praise-lead.ts'
import { receiveLeads } from '../../src/flows/intake/receive-leads.ts'
import { rejectLead } from '../../src/flows/handoff/reject-lead.ts'
import { engines } from '../support/database.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { aReceivedLead, latest } from '../support/leads.ts'
import { agree } from '../support/agree.ts'

async function handedOff(desk: Desk, externalId: string): Promise<LeadRound> {
  const details = { ...aReceivedLead().details, email: `${externalId}@example.com` }
  const news = aReceivedLead({ externalId, details, qualified: true })
  const [received] = await receiveLeads(desk.deps, { leads: [news] })
  const lead = await desk.deps.db.leads.find(received?.leadId ?? '')
  if (!lead) throw new Error('not kept')
  return { lead, handoff: latest(lead) }
}

describe.each(engines)('leads on $name', (engine) => {
  it('are rebuilt from their events, whatever happened to them', async () => {
    await using desk = await openDesk(engine)
    const accepted = await handedOff(desk, 'a')
    const rejected = await handedOff(desk, 'b')
    await receiveLeads(desk.deps, {
      leads: [{ ...aReceivedLead(), externalId: 'c', details: accepted.lead.details }],
    })
    await acceptLead(desk.deps, { handoffId: accepted.handoff.id, userId: 'U0ANNA' })
    await praiseLead(desk.deps, {
      handoffId: accepted.handoff.id,
      userId: 'U0ANNA',
      praise: 'right-person',
    })
    const evidence = { attribute: 'title', stated: null, actual: 'Intern' }
    const rejection = { reason: 'role-fit', evidence, note: 'see profile' }
    await rejectLead(desk.deps, { handoffId: rejected.handoff.id, userId: 'U0BEN', ...rejection })
    for (const { id } of [accepted.lead, rejected.lead]) {
      const events = await desk.deps.db.leads.history(id)
      expect(events.map(({ version }) => version)).toEqual(events.map((_, index) => index + 1))
      expect(events.reduce<Lead | null>(evolve, null)).toEqual(await desk.deps.db.leads.find(id))
    }
  })

  it.each(['%', '_', '\\', 'a_b%c\\d'])(
    'are found by %s as it stands there, which is no pattern',
    async (text) => {
      await using desk = await openDesk(engine)
      const companies = ['Axb Cd', `Firma ${text}`]
      const leads = companies.map((company) =>
        aReceivedLead({ externalId: company, details: { email: `${company.length}@example.com`, company } }),
      )
      await receiveLeads(desk.deps, { leads })
      const found = await desk.deps.db.leads.search(text, 5)
      expect(found.map(({ details }) => details.company)).toEqual([`Firma ${text}`])
    },
  )

  it('have one winner of 100 who accept at once, where a mere look would let many win', async () => {
    await using desk = await openDesk(engine)
    const { lead, handoff } = await handedOff(desk, 'a')
    const userIds = Array.from({ length: 100 }, (_, index) => (index % 2 === 0 ? 'U0ANNA' : 'U0BEN'))
    const outcomes = await Promise.all(
      userIds.map((userId) => acceptLead(desk.deps, { handoffId: handoff.id, userId })),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    const winner = decisionOf(latest(await desk.deps.db.leads.find(lead.id)))?.by
    const told = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.refusal]))
    expect(told).toHaveLength(99)
    expect(
      told.every((refusal) => refusal.kind === 'already-decided' && refusal.decision.by === winner),
    ).toBe(true)

    const other = await handedOff(desk, 'b')
    const reads = await Promise.all(userIds.map(() => desk.deps.db.leads.find(other.lead.id)))
    expect(reads.filter((read) => latest(read).status === 'open').length).toBeGreaterThan(1)
  })

  it('refuse a write by somebody who saw an older state', async () => {
    await using desk = await openDesk(engine)
    const { lead: before, handoff } = await handedOff(desk, 'a')
    await acceptLead(desk.deps, { handoffId: handoff.id, userId: 'U0ANNA' })
    const by = { kind: 'person', id: 'U0BEN' } as const
    const late = {
      type: 'lead-expired',
      handoffId: handoff.id,
      leadId: before.id,
      version: before.version + 1,
      at: desk.deps.now(),
      by,
    } as const
    const save = desk.deps.db.leads.save({ before, after: evolve(before, late), events: [late] }, [])
    await expect(save).rejects.toBeInstanceOf(ConflictError)
    expect((await desk.deps.db.leads.find(before.id))?.status).toBe('accepted')
  })

  it('leave nothing behind of a transaction that failed', async () => {
    await using desk = await openDesk(engine)
    const before = (await desk.deps.db.playbooks.current()).version
    const failing = desk.deps.db.transaction(async (stores) => {
      const { document } = await stores.playbooks.current()
      await agree(stores, document, { at: desk.deps.now() })
      throw new Error('half way')
    })
    await expect(failing).rejects.toThrow('half way')
    expect((await desk.deps.db.playbooks.current()).version).toBe(before)
  })
})
