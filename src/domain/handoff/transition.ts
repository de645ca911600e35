import type { Lead } from '../lead/lead.ts'
import type { Actor, LeadEvent, LeadEventBody } from './events.ts'
import { evolve } from './evolve.ts'

/** A lead before and after, with the events between: what a store saves in one transaction. */
export interface Transition {
  before: Lead | null
  after: Lead
  events: LeadEvent[]
}

/** Who does something, and when. */
export interface Stamp {
  by: Actor
  at: Date
}

/** The lead after these events. */
export function apply(before: Lead, bodies: LeadEventBody[], stamp: Stamp): Transition {
  const events = bodies.map((body, index): LeadEvent => ({
    ...body,
    leadId: before.id,
    version: before.version + index + 1,
    ...stamp,
  }))
  return { before, after: events.reduce(evolve, before), events }
}

/** Two transitions of one lead, one after the other, as one. */
export function chain(first: Transition, second: Transition): Transition {
  return { before: first.before, after: second.after, events: [...first.events, ...second.events] }
}
