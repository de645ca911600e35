import { describe, expect, it } from 'vitest'
import { acceptLead } from '../../src/flows/handoff/accept-lead.ts'
import { findLeads } from '../../src/flows/look-up/find-leads.ts'
import { lookUpDefinition } from '../../src/flows/look-up/look-up-definition.ts'
import { listPersonas, lookUpPersona } from '../../src/flows/look-up/look-up-persona.ts'
import { personasInUse } from '../../src/flows/look-up/glossary.ts'
import { myLeads } from '../../src/flows/look-up/my-leads.ts'
import { engines } from '../support/database.ts'
import { handOffOne, openDesk } from '../support/desk.ts'
import { aReceivedLead } from '../support/leads.ts'

/** Guests of the workspace may look up, too. */
const userId = 'U0GUEST'
const ever = { from: new Date(0), to: new Date('2100-01-01') }

describe.each(engines)('looking up on $name', (engine) => {
  it('finds a definition however it is typed, and counts nothing', async () => {
    await using desk = await openDesk(engine)
    expect(await lookUpDefinition(desk.deps, { userId, term: ' mql ' })).toMatchObject({
      value: { found: { key: 'mql', version: 1 } },
    })
    expect(await desk.deps.db.lookups.misses(ever, 5)).toEqual([])
  })

  it('counts what was asked for and not found, under one spelling', async () => {
    await using desk = await openDesk(engine)
    await lookUpDefinition(desk.deps, { userId, term: 'Quuxification' })
    await lookUpDefinition(desk.deps, { userId, term: ' quuxification\u0000' })
    await lookUpPersona(desk.deps, { userId, term: 'Zzyzx' })
    expect(await desk.deps.db.lookups.misses(ever, 5)).toEqual([
      { term: 'quuxification', count: 2 },
      { term: 'zzyzx', count: 1 },
    ])
  })

  it('finds a persona by its name in either language', async () => {
    await using desk = await openDesk(engine)
    for (const persona of await personasInUse(desk.deps)) {
      const names = typeof persona.name === 'string' ? [persona.name] : Object.values(persona.name)
      for (const name of names) {
        expect(await lookUpPersona(desk.deps, { userId, term: name })).toMatchObject({
          value: { found: { key: persona.key } },
        })
      }
    }
  })

  it('offers everything to somebody who typed nothing', async () => {
    await using desk = await openDesk(engine)
    const all = await listPersonas(desk.deps, { userId })
    expect(all.ok && all.value.length).toBeGreaterThan(2)
    expect(await lookUpPersona(desk.deps, { userId, term: '  ' })).toEqual({
      ...all,
      value: { suggestions: all.ok && all.value },
    })
    expect(await desk.deps.db.lookups.misses(ever, 5)).toEqual([])
  })

  it('finds leads by words, for the team only', async () => {
    await using desk = await openDesk(engine)
    await handOffOne(desk, aReceivedLead({ qualified: true }))
    const found = await findLeads(desk.deps, { text: 'muster EXAMPLE', userId: 'U0CARLA' })
    expect(found).toMatchObject({ ok: true, value: [{ details: { name: 'Mia Muster' } }] })
    expect(await findLeads(desk.deps, { text: '\u0000', userId: 'U0ANNA' })).toEqual({ ok: true, value: [] })
    expect(await findLeads(desk.deps, { text: 'muster', userId: 'U0GUEST' })).toMatchObject({ ok: false })
  })

  it('shows each person what waits and what they accepted', async () => {
    await using desk = await openDesk(engine)
    const mine = await handOffOne(desk, aReceivedLead({ qualified: true }))
    const open = await handOffOne(
      desk,
      aReceivedLead({ externalId: 'W-2', qualified: true, details: { email: 'kim@example.com' } }),
    )
    await acceptLead(desk.deps, { handoffId: mine, userId: 'U0ANNA' })
    expect(await myLeads(desk.deps, { userId: 'U0ANNA' })).toMatchObject({
      value: { open: [{ handoff: { id: open } }], accepted: [{ handoff: { id: mine } }] },
    })
    expect(await myLeads(desk.deps, { userId: 'U0BEN' })).toMatchObject({ value: { accepted: [] } })
    expect(await myLeads(desk.deps, { userId: 'U0GUEST' })).toMatchObject({ refusal: { barrier: 'guest' } })
  })
})
