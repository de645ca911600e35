import type { Acceptance, Handoff } from '../handoff/handoff.ts'
import type { FollowingRound, Lead } from '../lead/lead.ts'
import { shownHandoff, type ShownHandoff } from './shown-handoff.ts'
import type { Sight } from './sight.ts'

/** A lead as those who read it may see it. Nothing else is drawn, so what they may not see can't be. */
export type ShownLead = Omit<Lead, 'handoffs'> & {
  /** Personal data was taken out. */
  isWithheld: boolean
}

export interface ShownRound {
  lead: ShownLead
  handoff: ShownHandoff
  last: ShownHandoff | null
  /** Who accepted this person before. */
  owner: Acceptance | null
}

/** A lead in a list, in its latest round or the one that the list is about. */
export type ListedLead = Pick<ShownRound, 'lead'> & { handoff: ShownHandoff | null }

/** What may be seen of a round, with the one before it. */
export function shownRound({ lead, handoff, last, owner }: FollowingRound, sight: Sight): ShownRound {
  return {
    lead: shownLead(lead, sight),
    handoff: shownHandoff(handoff, sight),
    last: last && shownHandoff(last, sight),
    owner,
  }
}

/** What one person of the team may see of leads in a list. */
export function listed(rounds: { lead: Lead; handoff: Handoff | null }[]): ListedLead[] {
  const sight = { personalData: true }
  return rounds.map(({ lead, handoff }) => ({
    lead: shownLead(lead, sight),
    handoff: handoff && shownHandoff(handoff, sight),
  }))
}

/** Means of contact are shown to nobody but who asks for them (see flows/handoff/show-contact). */
function shownLead({ handoffs: _rounds, ...lead }: Lead, { personalData }: Sight): ShownLead {
  const { email: _email, phone: _phone, website: _website, ...details } = lead.details
  if (personalData) return { ...lead, details, isWithheld: false }
  const { name: _name, message: _message, ...facts } = details
  return { ...lead, details: facts, isWithheld: true }
}
