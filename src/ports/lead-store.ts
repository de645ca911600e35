import type { CohortFilter } from '../domain/digest/cohort.ts'
import type { Behind } from '../domain/digest/number.ts'
import type { LeadEvent } from '../domain/handoff/events.ts'
import type { Transition } from '../domain/handoff/lifecycle.ts'
import type { Lead } from '../domain/lead/lead.ts'
import type { Notice } from '../domain/notice/notice.ts'

/** Some of the handoffs made in [from, to). */
export interface CohortPart extends Omit<Behind, 'slice'> {
  from: Date
  to: Date
  now: Date
  filter: CohortFilter
}

export interface LeadStore {
  find(id: string): Promise<Lead | null>
  findByHandoff(handoffId: string): Promise<Lead | null>
  findByExternalId(source: string, externalId: string): Promise<Lead | null>
  /** The lead with this e-mail address whose handoff nobody has decided yet. Case does not matter. */
  findOpenByEmail(email: string): Promise<Lead | null>
  /** Leads whose name, company, e-mail, title or external id contains every word of the text, newest first. */
  search(text: string, limit: number): Promise<Lead[]>
  /** Leads this person accepted, newest first. */
  acceptedBy(userId: string, limit: number): Promise<Lead[]>
  /** Leads that wait for a decision, the most urgent first. */
  open(limit: number): Promise<Lead[]>
  /** Leads handed off in [from, to), tests left out, as that round of theirs stands; the latest first. */
  ofCohort(which: CohortPart, limit: number): Promise<Lead[]>
  history(leadId: string): Promise<LeadEvent[]>
  /** The message that shows a handoff; `null` until it was posted. */
  cardOf(handoffId: string): Promise<{ channel: string; ts: string } | null>
  /**
   * Saves events, state and notices in one transaction.
   * @throws ConflictError when somebody wrote since `before` was read, or the same person was handed off by another door
   */
  save(transition: Transition, notices: Notice[]): Promise<void>
}
