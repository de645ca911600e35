import { describe, expect, it } from 'vitest'
import type { Actor } from '../../../src/domain/handoff/events.ts'
import type { Lead } from '../../../src/domain/lead/lead.ts'
import { decide, type Command } from '../../../src/domain/handoff/lifecycle.ts'
import {
  aHeldLead,
  anOpenLead,
  aReceivedLead,
  after,
  at,
  person,
  reason,
  rejection,
  website,
} from '../../support/leads.ts'

const anna = person('U0ANNA')
const refusalOf = (lead: Lead, command: Command, by: Actor = anna) => {
  const outcome = decide(lead, command, { by, at: at('09:10') })
  return outcome.ok ? null : outcome.refusal
}

describe('a handed-off lead', () => {
  it('is accepted by the first who asks, and tells the second who that was', () => {
    const accepted = after(anOpenLead(), { type: 'accept' }, anna)
    expect(accepted).toMatchObject({
      status: 'accepted',
      handoff: { status: 'accepted', decision: { kind: 'accepted', by: 'U0ANNA', at: at('09:05') } },
    })
    expect(refusalOf(accepted, { type: 'accept' }, person('U0BEN'))).toEqual({
      kind: 'already-decided',
      decision: { kind: 'accepted', by: 'U0ANNA', at: at('09:05'), praise: null },
    })
  })

  it('is rejected with its reason, evidence and note', () => {
    const evidence = { attribute: 'phone', stated: '+49 30 1', actual: 'wrong number' }
    const rejected = after(anOpenLead(), rejection('bad-data', { evidence, note: 'Rang a bakery.' }), anna)
    expect(rejected.status).toBe('rejected')
    expect(rejected.handoff?.decision).toEqual({
      ...{ kind: 'rejected', by: 'U0ANNA', at: at('09:05'), reason: 'bad-data' },
      ...{ evidence, note: 'Rang a bakery.' },
    })
  })

  it('keeps a note of the same person arriving again', () => {
    const noted = after(anOpenLead(), { type: 'note-duplicate', source: 'crm', externalId: 'C-9' }, website)
    expect(noted.handoff?.duplicates).toEqual([{ source: 'crm', externalId: 'C-9', at: at('09:05') }])
    expect(noted.status).toBe('handed-off')
  })

  it('knows the last thousand of its duplicates', () => {
    const knock = (lead: Lead, n: number) =>
      after(lead, { type: 'note-duplicate', source: 'crm', externalId: `C-${n}` }, website)
    const noted = Array.from({ length: 1_002 }, (_, n) => n).reduce(knock, anOpenLead())
    expect(noted.handoff?.duplicates).toHaveLength(1_000)
    expect(noted.handoff?.duplicates.at(-1)).toMatchObject({ externalId: 'C-1001' })
  })

  it('moves to another channel as long as nobody has decided', () => {
    const moved = after(anOpenLead(), { type: 'move', channel: 'C0NEW' })
    expect(moved.handoff).toEqual({ ...anOpenLead().handoff, channel: 'C0NEW' })
    const accepted = after(anOpenLead(), { type: 'accept' })
    expect(refusalOf(accepted, { type: 'move', channel: 'C0NEW' })?.kind).toBe('already-decided')
    expect(refusalOf(aHeldLead().after, { type: 'move', channel: 'C0NEW' })?.kind).toBe('not-handed-off')
  })

  it('expires without becoming a rejection', () => {
    const expired = after(anOpenLead(), { type: 'expire' }, { kind: 'system', name: 'clock' })
    expect(expired).toMatchObject({ status: 'expired', handoff: { status: 'expired', decision: null } })
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
    expect(praised.handoff?.decision).toMatchObject({ praise: 'good-timing' })
    const changed = after(praised, { type: 'praise', praise: 'right-person' })
    expect(changed.handoff?.decision).toMatchObject({ praise: 'right-person' })
  })

  it('given twice is one event', () => {
    const praised = after(after(anOpenLead(), { type: 'accept' }), { type: 'praise', praise: 'good-timing' })
    expect(after(praised, { type: 'praise', praise: 'good-timing' }).version).toBe(praised.version)
  })

  it('is refused to others, and before anybody accepted', () => {
    const accepted = after(anOpenLead(), { type: 'accept' })
    const praise: Command = { type: 'praise', praise: 'clear-intent' }
    expect(refusalOf(accepted, praise, person('U0BEN'))).toEqual({ kind: 'not-yours', owner: 'U0ANNA' })
    expect(refusalOf(anOpenLead(), praise)?.kind).toBe('not-handed-off')
  })
})

describe('a held lead', () => {
  const held = aHeldLead().after

  it.each<Command>([{ type: 'accept' }, rejection('low-intent'), { type: 'expire' }])(
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
