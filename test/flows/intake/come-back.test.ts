import { describe, expect, it } from 'vitest'
import type { ReceivedLead } from '../../../src/domain/lead/received-lead.ts'
import { acceptLead } from '../../../src/flows/handoff/accept-lead.ts'
import { rejectLead } from '../../../src/flows/handoff/reject-lead.ts'
import { receiveLeads } from '../../../src/flows/intake/receive-leads.ts'
import { engines } from '../../support/database.ts'
import { openDesk, type Desk } from '../../support/desk.ts'
import { expireRound } from '../../support/expire.ts'
import { aReceivedLead, latest } from '../../support/leads.ts'

const email = 'mia@example.com'
const form = (overrides: Parameters<typeof aReceivedLead>[0] = {}) =>
  aReceivedLead({ qualified: true, ...overrides })

/** What became of it, with the latest round of that lead. */
async function take(desk: Desk, lead: ReceivedLead) {
  const [received] = await receiveLeads(desk.deps, { leads: [lead] })
  const found = await desk.deps.db.leads.find(received?.leadId ?? '')
  return { became: received?.became, handoff: found && found.handoffs.length > 0 ? latest(found) : null }
}

const accept = (desk: Desk, handoffId: string, userId = 'U0ANNA') =>
  acceptLead(desk.deps, { handoffId, userId })
const reject = (desk: Desk, handoffId: string) =>
  rejectLead(desk.deps, { handoffId, userId: 'U0BEN', reason: 'low-intent', evidence: null, note: null })

/** To whom it was said that somebody asks again. */
async function toldTo(desk: Desk): Promise<string[]> {
  const rows = await desk.deps.db.troubles.queue()
  return rows.map(({ lane }) => lane).filter((lane) => lane.startsWith('U'))
}

describe.each(engines)('a buyer on whom sales has decided, on $name', (engine) => {
  it('comes back by the sender’s word, also where another source was only kept beside the open card', async () => {
    await using desk = await openDesk(engine)
    const { handoff } = await take(desk, form())
    const crm = form({ source: 'crm', externalId: 'C-9' })
    expect(await take(desk, crm)).toMatchObject({ became: 'duplicate' })
    await reject(desk, handoff?.id ?? '')
    expect(await take(desk, crm)).toMatchObject({ became: 'unchanged' })
    expect(await take(desk, { ...crm, asksAgain: true })).toMatchObject({
      became: 'handed-off',
      handoff: { follows: handoff?.id, origin: { source: 'crm' } },
    })
  })

  it('is known as the first owner’s, whatever became of the rounds between', async () => {
    await using desk = await openDesk(engine)
    const { handoff: first } = await take(desk, form())
    await accept(desk, first?.id ?? '')
    const { handoff: second } = await take(desk, form({ asksAgain: true }))
    await expireRound(desk.deps, second?.id ?? '')
    const { handoff: third } = await take(desk, form({ asksAgain: true }))
    const round = await desk.deps.db.leads.findByHandoff(third?.id ?? '')
    expect(round).toMatchObject({ last: { status: 'expired' }, owner: { by: 'U0ANNA' } })
    expect(await toldTo(desk)).toEqual(['U0ANNA'])
  })

  it('is no news to the owner where another source only mirrors what is known', async () => {
    await using desk = await openDesk(engine)
    const { handoff } = await take(desk, form())
    await accept(desk, handoff?.id ?? '')
    expect(await take(desk, form({ source: 'crm', externalId: 'C-9' }))).toMatchObject({
      handoff: { follows: handoff?.id },
    })
    expect(await toldTo(desk)).toEqual([])
  })

  it('has on the new card what is asked for now, and nothing that was asked for before', async () => {
    await using desk = await openDesk(engine)
    const { handoff } = await take(desk, form({ details: { message: 'Unsubscribe me.', campaign: 'fair' } }))
    await reject(desk, handoff?.id ?? '')
    const { became, handoff: again } = await take(desk, form({ details: { request: 'demo' } }))
    expect(became).toBe('handed-off')
    const round = await desk.deps.db.leads.findByHandoff(again?.id ?? '')
    expect(round?.lead.details).toMatchObject({ request: 'demo', campaign: 'fair' })
    expect(round?.lead.details.message).toBeUndefined()
    expect(round?.handoff.origin).toEqual({ source: 'website', campaign: null })
  })

  it('is not hidden by twenty try-outs of the same address', async () => {
    await using desk = await openDesk(engine)
    const { handoff } = await take(desk, form({ externalId: undefined }))
    await accept(desk, handoff?.id ?? '')
    for (let number = 0; number < 21; number++) {
      const { handoff: test } = await take(desk, form({ externalId: `T-${number}`, isTest: true }))
      if (test) await accept(desk, test.id)
    }
    const weak = { email, title: 'Assistant', employees: 20, message: 'Call me.' }
    const lead = form({ externalId: undefined, qualified: undefined, details: weak })
    expect(await take(desk, lead)).toMatchObject({ became: 'handed-off', handoff: { round: 2 } })
  })

  it('comes back by a form that gives each of its messages an id of its own', async () => {
    await using desk = await openDesk(engine)
    const weak = { email, title: 'Assistant', employees: 20, request: 'pricing' }
    const { handoff } = await take(desk, form({ externalId: 'S-1', details: weak }))
    await accept(desk, handoff?.id ?? '')
    const next = form({ externalId: 'S-2', qualified: undefined, details: weak })
    expect(await take(desk, next)).toMatchObject({
      became: 'handed-off',
      handoff: { follows: handoff?.id, qualification: { because: 'return' } },
    })
    expect(await toldTo(desk)).toEqual(['U0ANNA'])
  })
})
