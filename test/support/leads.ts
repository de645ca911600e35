import { ownerBefore } from '../../src/domain/handoff/owner-before.ts'
import {
  receive,
  decide,
  type Command,
  type NewHandoff,
  type RoundCommand,
} from '../../src/domain/handoff/lifecycle.ts'
import type { Transition } from '../../src/domain/handoff/transition.ts'
import type { Handoff } from '../../src/domain/handoff/handoff.ts'
import type { Actor } from '../../src/domain/handoff/events.ts'
import { latestHandoff, type FollowingRound, type Lead } from '../../src/domain/lead/lead.ts'
import { listed, shownRound, type ListedLead, type ShownRound } from '../../src/domain/privacy/shown-lead.ts'
import type { Qualification } from '../../src/domain/qualify/qualification.ts'
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
    score: { points: 60, threshold: 50, reasons: [{ id: 'vp', name: 'VP or C-level title', points: 15 }] },
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

/** A round as it begins, its card due at 13:00. */
export function aHandoff(overrides: Partial<NewHandoff> = {}): NewHandoff {
  return {
    ...{ id: 'handoff-1', follows: null, origin: { source: 'website', campaign: null } },
    ...{ channel: 'C0LEADS', qualification: aQualification(), ladder: null, dueAt: at('13:00') },
    ...overrides,
  }
}

/** A lead with an open handoff. */
export function anOpenLead(overrides: Overrides = {}): Lead {
  const held = aHeldLead(overrides).after
  const origin = { source: held.source, campaign: held.details.campaign ?? null }
  return after(held, { type: 'hand-off', handoff: aHandoff({ origin }) }, website)
}

/** A command as a test says it: about the latest round, where it names none. */
export type Said =
  | Command
  | RoundCommand
  | { type: 'accept' }
  | Omit<Extract<RoundCommand, { type: 'reject' }>, 'workingMinutes'>

export function meant(said: Said, lead: Lead): Command {
  const handoffId = latestHandoff(lead)?.id ?? ''
  // A command about a lead as a whole takes no harm from what is said of a round.
  return { workingMinutes: null, handoffId, ...said } as Command
}

/** The lead after a command that must succeed. */
export function after(lead: Lead, said: Said, by: Actor = person('U0ANNA')): Lead {
  const outcome = decide(lead, meant(said, lead), { by, at: at('09:05') })
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal.kind}`)
  return outcome.value.after
}

/** Its latest round; a test that asks for it has handed it off. */
export function latest(lead: Lead | null | undefined): Handoff {
  const handoff = lead && latestHandoff(lead)
  if (!handoff) throw new Error(`lead ${lead?.id} was never handed off`)
  return handoff
}

export const roundOf = (lead: Lead): FollowingRound => ({
  ...{ lead, handoff: latest(lead), last: lead.handoffs.at(-2) ?? null },
  owner: ownerBefore(lead.handoffs.slice(0, -1)),
})

/** The latest round as a channel sees it. */
export const shown = (lead: Lead, personalData = true): ShownRound =>
  shownRound(roundOf(lead), { personalData })

/** Leads in a list, each in its latest round. */
export const listedAll = (leads: Lead[]): ListedLead[] => listed(leads.map(roundOf))

/** A reason of the default playbook. */
export const reason = (code: string): Reason => {
  const found = defaultReasons.find((candidate) => candidate.code === code)
  if (!found) throw new Error(`no reason ${code}`)
  return found
}

export const rejection = (
  code: string,
  rest: Partial<Extract<RoundCommand, { type: 'reject' }>> = {},
): Extract<RoundCommand, { type: 'reject' }> => ({
  type: 'reject',
  reason: reason(code),
  evidence: null,
  note: null,
  workingMinutes: null,
  ...rest,
})
