import { describe, expect, it } from 'vitest'
import { acceptLead } from '../../../src/flows/handoff/accept-lead.ts'
import { KeyReusedError, receiveLeads } from '../../../src/flows/intake/receive-leads.ts'
import { openDesk, handOffOne, type Desk } from '../../support/desk.ts'
import { engines } from '../../support/database.ts'
import { aReceivedLead, at, latest } from '../../support/leads.ts'

const qualified = aReceivedLead({ externalId: 'W-1', qualified: true })
const weak = aReceivedLead({
  externalId: 'W-2',
  details: { email: 'kim@example.com', title: 'Assistant', employees: 20 },
})

async function receiveOne(desk: Desk, lead: ReturnType<typeof aReceivedLead>) {
  const [received] = await receiveLeads(desk.deps, { leads: [lead] })
  if (!received) throw new Error('no answer')
  return received
}

describe.each(engines)('receiving leads on $name', (engine) => {
  it('hands off what its sender calls qualified, with a card to show and a clock in working time', async () => {
    await using desk = await openDesk(engine)
    const received = await receiveOne(desk, qualified)
    expect(received).toMatchObject({ became: 'handed-off', externalId: 'W-1' })
    const lead = await desk.deps.db.leads.find(received.leadId)
    expect(lead).toMatchObject({
      status: 'handed-off',
      handoffs: [{ round: 1, channel: 'C0LEADS', dueAt: at('13:00') }],
    })
    expect(await desk.shown()).toEqual([{ kind: 'card' }])
  })

  it('hands off what reaches the threshold, and holds what does not', async () => {
    await using desk = await openDesk(engine)
    const strong = aReceivedLead({ details: { request: 'demo' } })
    expect(await receiveOne(desk, strong)).toMatchObject({ became: 'handed-off' })
    expect(await receiveOne(desk, weak)).toMatchObject({ became: 'held' })
    expect(await desk.shown()).toHaveLength(1)
  })

  it('hands off a held lead when a later update lifts it, and keeps what the update does not mention', async () => {
    await using desk = await openDesk(engine)
    const { leadId } = await receiveOne(desk, weak)
    const lift = {
      source: 'website',
      externalId: 'W-2',
      details: { title: 'VP Sales', attributes: {} },
      qualified: true,
    }
    expect(await receiveOne(desk, lift)).toMatchObject({ became: 'handed-off', leadId })
    const lead = await desk.deps.db.leads.find(leadId)
    expect(lead?.details).toMatchObject({ title: 'VP Sales', email: 'kim@example.com', employees: 20 })
    expect(latest(lead).qualification.because).toBe('sender')
  })

  it('says unchanged, and shows nothing, when a lead is sent twice', async () => {
    await using desk = await openDesk(engine)
    const first = await receiveOne(desk, qualified)
    await desk.shown()
    expect(await receiveOne(desk, qualified)).toEqual({ ...first, became: 'unchanged' })
    expect(await desk.shown()).toEqual([])
  })

  it('draws the open card anew when its details change', async () => {
    await using desk = await openDesk(engine)
    await handOffOne(desk, qualified)
    const news = aReceivedLead({ qualified: true, details: { phone: '+49 30 123456' } })
    expect(await receiveOne(desk, news)).toMatchObject({ became: 'updated' })
    expect(await desk.shown()).toEqual([{ kind: 'card-update' }])
  })

  it('updates a decided lead without handing it off again', async () => {
    await using desk = await openDesk(engine)
    const handoffId = await handOffOne(desk, qualified)
    await acceptLead(desk.deps, { handoffId, userId: 'U0ANNA' })
    await desk.shown()
    const news = aReceivedLead({ qualified: true, details: { company: 'Example AG' } })
    const { became, leadId } = await receiveOne(desk, news)
    expect(became).toBe('updated')
    const lead = await desk.deps.db.leads.find(leadId)
    expect(lead).toMatchObject({
      status: 'accepted',
      details: { company: 'Example AG' },
      handoffs: [{ id: handoffId, status: 'accepted' }],
    })
    expect(await desk.shown()).toEqual([])
  })

  it('notes the same person on the open card, once for each id of a sender', async () => {
    await using desk = await openDesk(engine)
    const handoffId = await handOffOne(desk, qualified)
    const again = aReceivedLead({
      source: 'crm',
      externalId: 'C-9',
      qualified: true,
      details: { email: 'MIA@example.com' },
    })
    const first = await desk.deps.db.leads.findByHandoff(handoffId)
    expect(await receiveOne(desk, again)).toEqual({
      became: 'duplicate',
      leadId: first?.lead.id,
      externalId: 'C-9',
    })
    const note = { type: 'duplicate', source: 'crm', externalId: 'C-9' }
    expect(await desk.shown()).toEqual([{ kind: 'card-update' }, { kind: 'thread', note }])
    expect(await receiveOne(desk, again)).toMatchObject({ became: 'unchanged' })
    const changed = { ...again, details: { ...again.details, title: 'CEO' } }
    expect(await receiveOne(desk, changed)).toMatchObject({ became: 'duplicate' })
    expect(await desk.shown()).toEqual([])
  })

  it('keeps an id that is a means of contact out of the thread', async () => {
    await using desk = await openDesk(engine)
    await handOffOne(desk, qualified)
    const details = { email: 'MIA@example.com' }
    const again = aReceivedLead({ source: 'crm', externalId: 'mia@example.com', qualified: true, details })
    await receiveOne(desk, again)
    const note = { type: 'duplicate', source: 'crm', externalId: null }
    expect((await desk.shown()).at(-1)).toEqual({ kind: 'thread', note })
  })

  it('does not hand off a duplicate that its sender repeats after the first was decided', async () => {
    await using desk = await openDesk(engine)
    const handoffId = await handOffOne(desk, qualified)
    const again = aReceivedLead({ source: 'crm', externalId: 'C-9', qualified: true })
    await receiveOne(desk, again)
    await acceptLead(desk.deps, { handoffId, userId: 'U0ANNA' })
    expect(await receiveOne(desk, again)).toMatchObject({ became: 'unchanged' })
  })

  it('notes a second form of the same person, which has no id', async () => {
    await using desk = await openDesk(engine)
    const anonymous = { ...qualified, externalId: undefined }
    const handoffId = await handOffOne(desk, anonymous)
    expect(await receiveOne(desk, anonymous)).toMatchObject({ became: 'duplicate' })
    const lead = await desk.deps.db.leads.findByHandoff(handoffId)
    expect(lead?.handoff.duplicates).toEqual([{ source: 'website', externalId: null, at: at('09:00') }])
  })

  it('notes each delivery without an id once more, and one with an id only once', async () => {
    await using desk = await openDesk(engine)
    const { leadId } = await receiveOne(desk, qualified)
    const [form, crm] = [
      { ...qualified, externalId: undefined },
      { ...qualified, source: 'crm' },
    ]
    for (const lead of [form, crm, form, crm, form]) await receiveOne(desk, lead)
    const lead = await desk.deps.db.leads.find(leadId)
    const noted = latest(lead).duplicates.map(({ source, externalId }) => [source, externalId])
    expect(noted).toEqual([
      ['website', null],
      ['crm', 'W-1'],
      ['website', null],
      ['website', null],
    ])
  })

  it('keeps the address of an open lead when an update names one of another open card', async () => {
    await using desk = await openDesk(engine)
    const first = await handOffOne(desk, qualified)
    await handOffOne(
      desk,
      aReceivedLead({ externalId: 'W-3', qualified: true, details: { email: 'noah@example.com' } }),
    )
    const moved = aReceivedLead({ externalId: 'W-3', qualified: true, details: { title: 'CEO' } })
    expect(await receiveOne(desk, moved)).toMatchObject({ became: 'updated' })
    const second = await desk.deps.db.leads.findByExternalId('website', 'W-3')
    expect(second?.details).toMatchObject({ email: 'noah@example.com', title: 'CEO' })
    const known = await desk.deps.db.leads.findByHandoff(first)
    expect(known?.handoff.duplicates).toMatchObject([{ externalId: 'W-3' }])
    expect(await receiveOne(desk, moved)).toMatchObject({ became: 'unchanged' })
  })

  it('finds duplicates within one delivery', async () => {
    await using desk = await openDesk(engine)
    const twin = aReceivedLead({ externalId: 'W-7', qualified: true })
    const answer = await receiveLeads(desk.deps, { leads: [qualified, twin] })
    expect(answer.map(({ became }) => became)).toEqual(['handed-off', 'duplicate'])
  })

  it('stores nothing of a delivery that fails in the middle', async () => {
    await using desk = await openDesk(engine)
    const broken = aReceivedLead({ externalId: 'W-8', details: { email: undefined, name: 'a\u0000b' } })
    await expect(receiveLeads(desk.deps, { leads: [qualified, broken] })).rejects.toThrow('Invalid')
    expect(await desk.deps.db.leads.findByExternalId('website', 'W-1')).toBeNull()
    expect(await desk.shown()).toEqual([])
  })

  it('gives the first answer again to a key that is repeated, and refuses the key for another body', async () => {
    await using desk = await openDesk(engine)
    const receipt = { source: 'website', key: 'k-1', bodyHash: 'h-1' }
    const answer = await receiveLeads(desk.deps, { leads: [qualified], receipt })
    expect(await receiveLeads(desk.deps, { leads: [qualified], receipt })).toEqual(answer)
    const other = receiveLeads(desk.deps, { leads: [weak], receipt: { ...receipt, bodyHash: 'h-2' } })
    await expect(other).rejects.toThrow(KeyReusedError)
  })
})
