import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LeadEvent } from '../../src/domain/handoff/events.ts'
import { evolve } from '../../src/domain/handoff/evolve.ts'
import type { Lead } from '../../src/domain/lead/lead.ts'
import { decide } from '../../src/domain/handoff/lifecycle.ts'
import { chain } from '../../src/domain/handoff/transition.ts'
import {
  aHandoff,
  aHeldLead,
  anOpenLead,
  aReceivedLead,
  at,
  meant,
  person,
  rejection,
  type Said,
} from '../support/leads.ts'

const anna = person('U0ANNA')

const commands: fc.Arbitrary<Said> = fc.oneof(
  fc.constantFrom<Said>({ type: 'accept' }, { type: 'expire' }, { type: 'show-contact' }),
  fc
    .constantFrom('other', 'bad-data', 'low-intent', 'duplicate')
    .map((code) => rejection(code, { note: 'why' })),
  fc.constantFrom<Said>(
    { type: 'praise', praise: 'good-timing' },
    { type: 'praise', praise: 'right-person' },
    { type: 'note-duplicate', source: 'crm', externalId: null },
    { type: 'move', channel: 'C0NEW' },
    { type: 'update', lead: aReceivedLead({ details: { title: 'CEO' } }) },
  ),
  fc.nat(99).map((n): Said => ({ type: 'hand-off', handoff: aHandoff({ id: `h${n}` }) })),
)
const steps = fc.array(fc.tuple(commands, fc.constantFrom('U0ANNA', 'U0BEN', 'U0CARLA')), { maxLength: 30 })

describe('any sequence of commands', () => {
  it('leads to a state that its history rebuilds', () => {
    const property = fc.property(steps, (all) => {
      const { lead, events } = play(all)
      expect(events.reduce<Lead | null>(evolve, null)).toEqual(lead)
      expect(events.map((event) => event.version)).toEqual(events.map((_, index) => index + 1))
      expect(lead.version).toBe(events.length)
    })
    fc.assert(property, { seed: 7, numRuns: 300 })
  })

  it('never holds two decisions of one handoff, nor a decision without a handoff', () => {
    const ends = new Set(['lead-accepted', 'lead-rejected', 'lead-expired'])
    const property = fc.property(steps, (all) => {
      const { lead, events } = play(all)
      const rounds = events.filter((event) => event.type === 'lead-handed-off').length
      expect(events.filter((event) => ends.has(event.type)).length).toBeLessThanOrEqual(rounds)
      expect(lead.handoffs.length === 0).toBe(rounds === 0)
      expect(lead.status === 'held').toBe(rounds === 0)
    })
    fc.assert(property, { seed: 8, numRuns: 300 })
  })

  it('leaves the state it started from as it was', () => {
    const before = anOpenLead()
    const copy = structuredClone(before)
    decide(before, meant({ type: 'accept' }, before), { by: anna, at: at('10:00') })
    decide(before, meant(rejection('low-intent'), before), { by: anna, at: at('10:00') })
    expect(before).toEqual(copy)
  })
})

describe('a history', () => {
  it('that does not begin at its beginning is refused', () => {
    const event: LeadEvent = {
      type: 'lead-accepted',
      handoffId: 'handoff-1',
      workingMinutes: null,
      leadId: 'lead-1',
      version: 2,
      at: at('09:00'),
      by: anna,
    }
    expect(() => evolve(null, event)).toThrow('lead-1')
  })
})

function play(all: [Said, string][]): { lead: Lead; events: LeadEvent[] } {
  let whole = aHeldLead()
  for (const [said, user] of all) {
    const outcome = decide(whole.after, meant(said, whole.after), { by: person(user), at: at('10:00') })
    if (outcome.ok) whole = chain(whole, outcome.value)
  }
  return { lead: whole.after, events: whole.events }
}
