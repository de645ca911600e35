import type { Definition, DefinitionDocument } from '../domain/definition.ts'
import type { Cohort, CohortFilter, CohortQuestion } from '../domain/digest/cohort.ts'
import type { DigestFigures } from '../domain/digest/figures.ts'
import type { Behind } from '../domain/digest/number.ts'
import type { OwnCount } from '../domain/digest/own-figures.ts'
import type { LeadEvent } from '../domain/events.ts'
import type { Lead } from '../domain/lead.ts'
import type { LedgerEntry } from '../domain/ledger/entry.ts'
import type { Transition } from '../domain/lifecycle.ts'
import type { Notice } from '../domain/notice.ts'
import type { Person } from '../domain/person.ts'
import type { Persona, PersonaDocument } from '../domain/persona.ts'
import type { Playbook, PlaybookDocument } from '../domain/playbook.ts'
import type { Named } from '../domain/roles.ts'
import type { TroubleStore } from './trouble-store.ts'

/** Somebody else wrote first; load again and decide again. */
export class ConflictError extends Error {
  override name = 'ConflictError'
}

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

export interface ReceiptStore {
  find(source: string, key: string): Promise<Receipt | null>
  /** @throws ConflictError when the key is already taken */
  save(receipt: Receipt): Promise<void>
}

/** What a sender was told, so that a repeated request gets the same answer. */
export interface Receipt {
  source: string
  key: string
  bodyHash: string
  answer: unknown
  createdAt: Date
}

export interface PlaybookStore {
  /** @throws Error when no playbook has been seeded */
  current(): Promise<Playbook>
  add(document: PlaybookDocument, author: string, at: Date): Promise<Playbook>
}

export interface PersonaStore {
  /** The newest version of each persona. */
  all(): Promise<Persona[]>
  add(document: PersonaDocument, author: string, at: Date): Promise<void>
}

export interface DefinitionStore {
  /** The newest version of each definition. */
  all(): Promise<Definition[]>
  add(document: DefinitionDocument, author: string, at: Date): Promise<void>
}

export interface LookupStore {
  countMiss(kind: 'persona' | 'definition', term: string, at: Date): Promise<void>
  misses(limit: number): Promise<{ kind: string; term: string; count: number }[]>
}

export interface DigestStore {
  /** Counts the handoffs made in [from, to), tests left out, in one pass. */
  count(question: CohortQuestion): Promise<Cohort>
  /** What each person decided of the handoffs made in [from, to), for those who decided one made since `activeFrom`. */
  countDeciders(period: { from: Date; to: Date; activeFrom: Date }): Promise<OwnCount[]>
  /** The stored figures of those of these weeks that have any. */
  closed(audience: string, weeks: string[]): Promise<DigestFigures[]>
  find(audience: string, week: string): Promise<DigestFigures | null>
  /** The notice that posts the digest of a week, and where; `null` when there is none. */
  noticeOf(audience: string, week: string): Promise<{ id: string; lane: string } | null>
  /**
   * Saves the figures and the notices at once, the first of which posts the digest, and marks the ledger's lines in it as
   * told of; `false` when this week's digest already exists.
   */
  start(
    run: { audience: string; week: string; figures: DigestFigures; at: Date },
    notices: Notice[],
  ): Promise<boolean>
}

/** What marketing changed, or put off, after a digest. */
export interface LedgerStore {
  find(id: string): Promise<LedgerEntry | null>
  /** Saves a line and the notices at once; `false` when a line of this id is there already. */
  add(entry: LedgerEntry, notices: Notice[]): Promise<boolean>
  /** Changes no digest has told of yet, the earliest first. */
  unreported(): Promise<LedgerEntry[]>
  /** Changes in force since then or longer that were not measured yet, the earliest first. */
  unmeasured(since: Date): Promise<LedgerEntry[]>
  /** The newest first. */
  latest(limit: number): Promise<LedgerEntry[]>
}

/** Everything that may be touched inside one transaction. */
export interface Stores {
  /**
   * Waits until no other transaction, of any instance, has this turn; it is given back when the transaction ends.
   * Outside of a transaction it does nothing.
   */
  takeTurn(name: string): Promise<void>
  leads: LeadStore
  receipts: ReceiptStore
  playbooks: PlaybookStore
  personas: PersonaStore
  definitions: DefinitionStore
  lookups: LookupStore
  digests: DigestStore
  ledger: LedgerStore
  troubles: TroubleStore
}

export interface Database extends Stores {
  /** All or nothing. Inside, only the stores that are passed in may be used. */
  transaction<T>(work: (stores: Stores) => Promise<T>): Promise<T>
}

export interface People {
  /** Somebody Slack does not know, or not any more, counts as deleted. @throws Error when Slack can't be asked */
  find(userId: string): Promise<Person>
  /** Ids of those whom a role names, one by one or by user groups. */
  holders(named: Named): Promise<string[]>
}

/** What the outside world gives a flow. */
export interface Deps {
  db: Database
  people: People
  now: () => Date
  newId: () => string
}
