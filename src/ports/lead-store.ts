import type { CohortFilter } from '../domain/digest/cohort.ts'
import type { Behind } from '../domain/digest/number.ts'
import type { LeadEvent } from '../domain/handoff/events.ts'
import type { Transition } from '../domain/handoff/transition.ts'
import type { FollowingRound, Lead, LeadRound } from '../domain/lead/lead.ts'
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
  /** The lead in that round, whatever came after it. */
  findByHandoff(handoffId: string): Promise<FollowingRound | null>
  findByExternalId(source: string, externalId: string): Promise<Lead | null>
  /**
   * Leads, or try-outs, with this e-mail address that were handed off, at most twenty: the one that waits for a decision first, then the
   * latest. Case does not matter.
   */
  handedOffByEmail(email: string, which: { isTest: boolean }): Promise<Lead[]>
  /** Leads whose name, company, e-mail, title or external id contains every word of the text, newest first. */
  search(text: string, limit: number): Promise<Lead[]>
  /** Rounds that this person accepted, the latest first. */
  acceptedBy(userId: string, limit: number): Promise<LeadRound[]>
  /** Rounds that wait for a decision, the most urgent first. */
  open(limit: number): Promise<LeadRound[]>
  /** Rounds made in [from, to), tests left out, the latest first. */
  ofCohort(which: CohortPart, limit: number): Promise<LeadRound[]>
  history(leadId: string): Promise<LeadEvent[]>
  /** The message that shows a handoff; `null` until it was posted. */
  cardOf(handoffId: string): Promise<{ channel: string; ts: string } | null>
  /**
   * Saves events, state and notices in one transaction.
   * @throws ConflictError when somebody wrote since `before` was read, or the same person was handed off by another door
   */
  save(transition: Transition, notices: Notice[]): Promise<void>
}
