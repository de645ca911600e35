import { receive, decide, type Command, type Transition } from '../../src/domain/handoff/lifecycle.ts'
import type { Actor } from '../../src/domain/handoff/events.ts'
import type { Lead, Qualification } from '../../src/domain/lead/lead.ts'
import type { Reason } from '../../src/domain/handoff/reasons.ts'
import type { ReceivedLead } from '../../src/domain/lead/received-lead.ts'
import { defaultReasons } from '../../prisma/seed/reasons.ts'

/** 18 November 2026, a Wednesday, at that time in Berlin. */
export const at = (time: string): Date => new Date(`2026-11-18T${time}:00+01:00`)

export const person = (id: string): Actor => ({ kind: 'person', id })
export const website: Actor = { kind: 'source', name: 'website' }

type Overrides = Partial<Omit<ReceivedLead, 'details'>> & { details?: Partial<ReceivedLead['details']> }

/** A lead as a form sends it; say only what matters to the test. */
export function aReceivedLead({ details, ...overrides }: Overrides = {}): ReceivedLead {
  return {
    source: 'website',
    externalId: 'W-1',
    ...overrides,
    details: {
      name: 'Mia Muster',
      email: 'mia@example.com',
      title: 'VP Sales',
      company: 'Example GmbH',
      employees: 400,
      attributes: {},
      ...details,
    },
  }
}

export function aQualification(overrides: Partial<Qualification> = {}): Qualification {
  return {
    because: 'sender',
    score: { points: 60, threshold: 50, reasons: [{ name: 'VP or C-level title', points: 15 }] },
    senderScore: null,
    persona: null,
    tier: 'standard',
    playbookVersion: 1,
    definitionVersion: 1,
    ...overrides,
  }
}

/** A lead that is known and held. */
export function aHeldLead(overrides: Overrides = {}): Transition {
  return receive('lead-1', aReceivedLead(overrides), { by: website, at: at('09:00') })
}

/** A lead with an open handoff, its card due at 13:00. */
export function anOpenLead(overrides: Overrides = {}): Lead {
  const handoff = {
    id: 'handoff-1',
    channel: 'C0LEADS',
    qualification: aQualification(),
    dueAt: at('13:00'),
  }
  return after(aHeldLead(overrides).after, { type: 'hand-off', handoff }, website)
}

/** The lead after a command that must succeed. */
export function after(lead: Lead, command: Command, by: Actor = person('U0ANNA')): Lead {
  const outcome = decide(lead, command, { by, at: at('09:05') })
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal.kind}`)
  return outcome.value.after
}

/** A reason of the default playbook. */
export const reason = (code: string): Reason => {
  const found = defaultReasons.find((candidate) => candidate.code === code)
  if (!found) throw new Error(`no reason ${code}`)
  return found
}

export const rejection = (
  code: string,
  rest: Partial<Extract<Command, { type: 'reject' }>> = {},
): Command => ({
  type: 'reject',
  reason: reason(code),
  evidence: null,
  note: null,
  ...rest,
})
