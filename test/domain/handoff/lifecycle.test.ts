import { describe, expect, it } from 'vitest'
import type { Actor } from '../../../src/domain/handoff/events.ts'
import { decisionOf } from '../../../src/domain/handoff/handoff.ts'
import type { Lead } from '../../../src/domain/lead/lead.ts'
import { decide } from '../../../src/domain/handoff/lifecycle.ts'
import {
  aHeldLead,
  anOpenLead,
  aReceivedLead,
  after,
  at,
  latest,
  meant,
  person,
  reason,
  rejection,
  website,
  type Said,
} from '../../support/leads.ts'

const anna = person('U0ANNA')
const refusalOf = (lead: Lead, said: Said, by: Actor = anna) => {
  const outcome = decide(lead, meant(said, lead), { by, at: at('09:10') })
  return outcome.ok ? null : outcome.refusal
}

describe('a handed-off lead', () => {
  it('is accepted by the first who asks, and tells the second who that was', () => {
    const accepted = after(anOpenLead(), { type: 'accept', workingMinutes: 5 }, anna)
    const decision = {
      ...{ kind: 'accepted', by: 'U0ANNA', at: at('09:05'), praise: null, workingMinutes: 5 },
    }
    expect(accepted).toMatchObject({ status: 'accepted', handoffs: [{ status: 'accepted', decision }] })
    expect(refusalOf(accepted, { type: 'accept' }, person('U0BEN'))).toEqual({
      kind: 'already-decided',
      decision,
    })
  })

  it('is rejected with its reason, evidence and note', () => {
    const evidence = { attribute: 'phone', stated: '+49 30 1', actual: 'wrong number' }
    const rejected = after(anOpenLead(), rejection('bad-data', { evidence, note: 'Rang a bakery.' }), anna)
    expect(rejected.status).toBe('rejected')
    expect(decisionOf(latest(rejected))).toEqual({
      ...{ kind: 'rejected', by: 'U0ANNA', at: at('09:05'), reason: 'bad-data', family: 'clerical' },
      ...{ evidence, note: 'Rang a bakery.', workingMinutes: null },
    })
  })

  it('keeps a note of the same person arriving again', () => {
    const noted = after(anOpenLead(), { type: 'note-duplicate', source: 'crm', externalId: 'C-9' }, website)
    expect(latest(noted).duplicates).toEqual([{ source: 'crm', externalId: 'C-9', at: at('09:05') }])
    expect(noted.status).toBe('handed-off')
  })

  it('knows the last thousand of its duplicates', () => {
    const knock = (lead: Lead, n: number) =>
      after(lead, { type: 'note-duplicate', source: 'crm', externalId: `C-${n}` }, website)
    const noted = Array.from({ length: 1_002 }, (_, n) => n).reduce(knock, anOpenLead())
    expect(latest(noted).duplicates).toHaveLength(1_000)
    expect(latest(noted).duplicates.at(-1)).toMatchObject({ externalId: 'C-1001' })
  })

  it('moves to another channel as long as nobody has decided', () => {
    const moved = after(anOpenLead(), { type: 'move', channel: 'C0NEW' })
    expect(moved.handoffs).toEqual([{ ...latest(anOpenLead()), channel: 'C0NEW' }])
    const accepted = after(anOpenLead(), { type: 'accept' })
    expect(refusalOf(accepted, { type: 'move', channel: 'C0NEW' })?.kind).toBe('already-decided')
    expect(refusalOf(aHeldLead().after, { type: 'move', channel: 'C0NEW' })?.kind).toBe('not-handed-off')
  })

  it('expires without becoming a rejection', () => {
    const expired = after(anOpenLead(), { type: 'expire' }, { kind: 'system', name: 'clock' })
    const end = { status: 'expired', expiredAt: at('09:05') }
    expect(expired).toMatchObject({ status: 'expired', handoffs: [end] })
    expect(decisionOf(latest(expired))).toBeNull()
    expect(refusalOf(expired, { type: 'accept' })).toEqual({ kind: 'expired', at: at('13:00') })
  })

  it('says when it expired, and not when something else happened to it later', () => {
    const expired = after(anOpenLead(), { type: 'expire' }, { kind: 'system', name: 'clock' })
    const seen = after(expired, { type: 'show-contact' })
    expect(refusalOf(seen, { type: 'accept' })).toEqual({ kind: 'expired', at: at('13:00') })
  })
})

describe('a rejection', () => {
  it.each([
    ['without a note, where one is required', rejection('other'), 'note-required'],
    ['without evidence, where it is required', rejection('bad-data'), 'evidence-required'],
    [
      'for a retired reason',
      rejection('spam', { reason: { ...reason('spam'), retired: true } }),
      'reason-unknown',
    ],
  ])('%s is refused', (_, command, kind) => {
    expect(refusalOf(anOpenLead(), command)?.kind).toBe(kind)
  })

  it('of a decided lead names the winner, even when it is incomplete', () => {
    const accepted = after(anOpenLead(), { type: 'accept' })
    expect(refusalOf(accepted, rejection('other'))?.kind).toBe('already-decided')
  })
})

describe('praise', () => {
  it('comes from the one who accepted, and may be changed', () => {
    const praised = after(after(anOpenLead(), { type: 'accept' }), { type: 'praise', praise: 'good-timing' })
    expect(decisionOf(latest(praised))).toMatchObject({ praise: 'good-timing' })
    const changed = after(praised, { type: 'praise', praise: 'right-person' })
    expect(decisionOf(latest(changed))).toMatchObject({ praise: 'right-person' })
  })

  it('given twice is one event', () => {
    const praised = after(after(anOpenLead(), { type: 'accept' }), { type: 'praise', praise: 'good-timing' })
    expect(after(praised, { type: 'praise', praise: 'good-timing' }).version).toBe(praised.version)
  })

  it('is refused to others, and before anybody accepted', () => {
    const accepted = after(anOpenLead(), { type: 'accept' })
    const praise: Said = { type: 'praise', praise: 'clear-intent' }
    expect(refusalOf(accepted, praise, person('U0BEN'))).toEqual({ kind: 'not-yours', owner: 'U0ANNA' })
    expect(refusalOf(anOpenLead(), praise)?.kind).toBe('still-open')
    expect(refusalOf(aHeldLead().after, praise)?.kind).toBe('not-handed-off')
  })
})

describe('a held lead', () => {
  const held = aHeldLead().after

  it.each<Said>([{ type: 'accept' }, rejection('low-intent'), { type: 'expire' }])(
    'can not be decided: $type',
    (command) => {
      expect(refusalOf(held, command)?.kind).toBe('not-handed-off')
    },
  )

  it('takes over what an update says, and keeps what it leaves out', () => {
    const first = aHeldLead({ qualified: true, senderScore: { points: 3, reasons: ['a visit'] } }).after
    const lead = { ...aReceivedLead({ details: { title: 'CEO' } }) }
    expect(after(first, { type: 'update', lead }, website)).toMatchObject({
      details: { title: 'CEO' },
      senderQualified: true,
      senderScore: { points: 3 },
    })
  })
})
