import type { LeadEvent } from '../domain/handoff/events.ts'

/** An event with its place among the events of all leads: 1, 2, 3 and so on. */
export interface LoggedEvent {
  position: number
  event: LeadEvent
}

/**
 * What happened to all leads, for whoever follows it from the position they know. A position is never given twice, and
 * nothing appears before one that was read already: a follower who asks for what comes after the last one misses nothing.
 * The events of one lead come in the order of their versions.
 */
export interface EventLog {
  /**
   * The next events, at most `limit`; none when the follower has read them all.
   * @throws Error when the log ends before that position: the database is an older one than the follower has read
   */
  after(position: number, limit: number): Promise<LoggedEvent[]>
}
