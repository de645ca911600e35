import { describe, expect, it } from 'vitest'
import { receiveLeads } from '../../src/flows/intake/receive-leads.ts'
import { openDesk } from '../support/desk.ts'
import { engines } from '../support/database.ts'
import { aReceivedLead } from '../support/leads.ts'

const qualified = aReceivedLead({ externalId: 'W-1', qualified: true })
const people = (source: string, count: number) =>
  Array.from({ length: count }, (_, n) =>
    aReceivedLead({ source, externalId: `X-${n}`, qualified: true, details: { email: `p${n}@example.com` } }),
  )

describe.each(engines)('deliveries at the same moment on $name', (engine) => {
  it('hands off one person once when many doors deliver at the same moment', async () => {
    await using desk = await openDesk(engine)
    const deliveries = Array.from({ length: 20 }, (_, door) =>
      receiveLeads(desk.deps, {
        leads: [aReceivedLead({ source: `door-${door}`, externalId: 'X', qualified: true })],
      }),
    )
    const became = (await Promise.all(deliveries))
      .flatMap((answer) => answer.map((one) => one.became))
      .toSorted()
    expect(became).toEqual([...Array.from({ length: 19 }, () => 'duplicate'), 'handed-off'])
    expect((await desk.shown()).filter(({ kind }) => kind === 'card')).toHaveLength(1)
  })

  it('takes deliveries that cross each other, the same people in opposite order', async () => {
    await using desk = await openDesk(engine)
    await receiveLeads(desk.deps, { leads: people('website', 10) })
    const crossing = [
      people('crm', 10),
      people('csv', 10).toReversed(),
      people('events', 10),
      people('partner', 10).toReversed(),
    ]
    const answers = await Promise.all(crossing.map((leads) => receiveLeads(desk.deps, { leads })))
    expect(answers.flat().filter(({ became }) => became === 'duplicate')).toHaveLength(40)
  })

  it('takes deliveries that cross each other at two instances', async () => {
    await using desk = await openDesk(engine)
    await receiveLeads(desk.deps, { leads: people('website', 3) })
    const other = { ...desk.deps, db: { ...desk.deps.db } }
    const answers = await Promise.all([
      receiveLeads(desk.deps, { leads: people('crm', 3) }),
      receiveLeads(other, { leads: people('csv', 3).toReversed() }),
    ])
    expect(answers.flat().filter(({ became }) => became === 'duplicate')).toHaveLength(6)
  })

  it('goes on with the next delivery when one fails', async () => {
    await using desk = await openDesk(engine)
    const broken = people('crm', 2).map((lead) => ({
      ...lead,
      details: { ...lead.details, name: 'a\u0000b' },
    }))
    const failing = receiveLeads(desk.deps, { leads: broken })
    const next = receiveLeads(desk.deps, { leads: people('csv', 2) })
    await expect(failing).rejects.toThrow('Invalid')
    expect(await next).toMatchObject([{ became: 'handed-off' }, { became: 'handed-off' }])
  })

  it('answers the same to one request that arrives many times at once', async () => {
    await using desk = await openDesk(engine)
    const receipt = { source: 'website', key: 'k-2', bodyHash: 'h' }
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        receiveLeads(desk.deps, { leads: [{ ...qualified, externalId: undefined }], receipt }),
      ),
    )
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(await desk.shown()).toHaveLength(1)
  })
})
