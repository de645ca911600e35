import { describe, expect, it } from 'vitest'
import { defaultPlaybook } from '../../../prisma/seed.ts'
import { behind, numberId, parseNumber, rateNames } from '../../../src/domain/digest/number.ts'
import { acceptLead } from '../../../src/flows/handoff/accept-lead.ts'
import { explainNumber } from '../../../src/flows/digest/explain-number.ts'
import { rejectLead } from '../../../src/flows/handoff/reject-lead.ts'
import { sendDueDigest } from '../../../src/flows/digest/send-due-digest.ts'
import { engines } from '../../support/database.ts'
import { handOffOne, openDesk, type Desk } from '../../support/desk.ts'
import { aReceivedLead, at } from '../../support/leads.ts'

const asked = { userId: 'U0ANNA', week: '2026-W47', filter: {} }

/** Accepted, rejected as a duplicate, rejected for its role, past due, and still on time; and one that is a test. */
async function aWeek(desk: Desk) {
  const handOff = (name: string, source = 'website') =>
    handOffOne(
      desk,
      aReceivedLead({
        source,
        externalId: name,
        qualified: true,
        details: { name, email: `${name}@x.example` },
      }),
    )
  const reject = (handoffId: string, reason: string) =>
    rejectLead(desk.deps, { handoffId, userId: 'U0ANNA', reason, evidence: proof, note: null })
  await acceptLead(desk.deps, { handoffId: await handOff('taken'), userId: 'U0ANNA' })
  await reject(await handOff('twice'), 'duplicate')
  await reject(await handOff('student', 'webinar'), 'role-fit')
  await handOff('forgotten')
  desk.setClock(at('14:00'))
  await handOff('fresh')
  await desk.shown()
}
const proof = { attribute: null, stated: null, actual: 'something else' }

describe.each(engines)('the leads behind a number on $name', (engine) => {
  it.each([
    ['coverage', 'forgotten student taken twice', { count: 3, of: 4 }],
    ['clock-kept', 'forgotten student taken twice', { count: 3, of: 4 }],
    ['acceptance', 'student taken twice', { count: 1, of: 3 }],
    ['quality', 'student taken', { count: 1, of: 2 }],
    ['strict', 'student taken twice', { count: 1, of: 3 }],
    ['reason:role-fit', 'student', { count: 1, of: 2 }],
    ['source:website', 'taken twice', { count: 1, of: 2 }],
    ['source:nowhere', '', null],
  ])('%s are those of its n', async (id, names, rate) => {
    await using desk = await openDesk(engine)
    await aWeek(desk)
    const number = parseNumber(id)
    if (!number) throw new Error(`${id} is no number`)
    const outcome = await explainNumber(desk.deps, { ...asked, number })
    if (!outcome.ok) throw new Error(`refused: ${outcome.refusal.kind}`)
    const { leads, rate: told } = outcome.value
    const seen = leads.map(({ lead }) => lead.externalId ?? '')
    expect(seen.toSorted((a, b) => a.localeCompare(b)).join(' ')).toBe(names)
    expect(told && { count: told.count, of: told.of }).toEqual(rate)
  })

  it('counts a team’s own procedural reason against nobody, whatever becomes of the reason later', async () => {
    await using desk = await openDesk(engine)
    const [procedural, ...others] = defaultPlaybook.reasons
    if (procedural?.family !== 'procedural') throw new Error('another reason comes first')
    const own = { ...procedural, code: 'not-our-region', label: 'Not our region' }
    const agreeOn = (family: 'procedural' | 'definitional') =>
      desk.agree({ reasons: [procedural, ...others, { ...own, family }] })
    const handOff = (name: string) =>
      handOffOne(
        desk,
        aReceivedLead({ externalId: name, qualified: true, details: { name, email: `${name}@x.example` } }),
      )
    const reject = async (name: string) =>
      rejectLead(desk.deps, {
        ...{
          handoffId: await handOff(name),
          userId: 'U0ANNA',
          reason: own.code,
          evidence: proof,
          note: null,
        },
      })
    await agreeOn('procedural')
    expect(await reject('abroad')).toMatchObject({ ok: true })
    await agreeOn('definitional')
    expect(await reject('small')).toMatchObject({ ok: true })
    await acceptLead(desk.deps, { handoffId: await handOff('taken'), userId: 'U0ANNA' })
    const outcome = await explainNumber(desk.deps, { ...asked, number: { name: 'quality' } })
    expect(outcome).toMatchObject({ ok: true, value: { rate: { count: 1, of: 2 } } })
    const names = outcome.ok ? outcome.value.leads.map(({ lead }) => lead.externalId) : []
    expect(new Set(names)).toEqual(new Set(['small', 'taken']))
  })

  it('narrows the leads down like the digest that was asked for', async () => {
    await using desk = await openDesk(engine)
    await aWeek(desk)
    const outcome = await explainNumber(desk.deps, {
      ...asked,
      filter: { source: 'webinar' },
      number: { name: 'acceptance' },
    })
    expect(outcome).toMatchObject({
      value: { rate: { count: 0, of: 1 }, leads: [{ lead: { externalId: 'student' } }] },
    })
  })

  it('explains a posted number as it was posted, and refuses who may not look leads up', async () => {
    await using desk = await openDesk(engine)
    await aWeek(desk)
    desk.setClock(new Date('2026-11-23T09:00:00+01:00'))
    await sendDueDigest(desk.deps)
    const [waiting] = await desk.deps.db.leads.open(1)
    await acceptLead(desk.deps, { handoffId: waiting?.handoff.id ?? '', userId: 'U0ANNA' })
    const number = { name: 'acceptance' } as const
    const outcome = await explainNumber(desk.deps, { ...asked, number })
    expect(outcome).toMatchObject({ value: { rate: { count: 1, of: 3 } } })
    expect(outcome.ok && outcome.value.leads).toHaveLength(4)
    const guest = await explainNumber(desk.deps, { ...asked, userId: 'U0GUEST', number })
    expect(guest).toMatchObject({ refusal: { kind: 'not-allowed', barrier: 'guest' } })
  })
})

it('carries every number in a button and back', () => {
  for (const name of rateNames) expect(parseNumber(numberId({ name }))).toEqual({ name })
  const slice = { name: 'campaign', key: 'spring: fair' } as const
  expect(parseNumber(numberId(slice))).toEqual(slice)
  expect(parseNumber('share-of-voice')).toBeNull()
  expect(behind(slice).slice).toEqual({ campaign: 'spring: fair' })
})
