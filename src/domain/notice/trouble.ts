import { createHash } from 'node:crypto'

/** Where a message could not go, and Slack's reason: what one repair mends. */
export interface Cause {
  /** A channel or a person. */
  lane: string
  cause: string
}

/** Messages that Slack refused for good, for one cause. They are kept until somebody sends them again. */
export interface Trouble extends Cause {
  count: number
  /** Cards of leads among them. */
  leads: number
  /** All attempts at them together: it grows whenever one of them is refused anew. */
  tries: number
  since: Date
  /** Whether these are messages that should have told of a trouble. Nobody is told of those, or it would never end. */
  isReport: boolean
}

/** How much of a trouble somebody knows. */
export type Known = Pick<Trouble, 'count' | 'tries'>

/** The message in which one person was told of a cause, and what it said last. */
export interface Told extends Cause, Known {
  userId: string
  noticeId: string
  at: Date
}

/** Names a cause in the log, in Slack and on the command line alike. */
export function referenceOf({ lane, cause }: Cause): string {
  return createHash('sha256').update(`${lane} ${cause}`).digest('hex').slice(0, 8)
}

/** How the cause begins where somebody stopped waiting for Slack: it was not Slack that refused. */
export const setAside = 'set aside'

const repeatAfterMs = 3_600_000

/**
 * What to do about one cause for one person: a new message, or the one they have drawn anew. A cause that goes on is
 * told again after an hour at the earliest, however many messages it stops.
 */
export function howToTell(trouble: Known, told: Told | undefined, now: Date): 'anew' | 'in-place' | 'not' {
  if (!told) return trouble.count > 0 ? 'anew' : 'not'
  if (trouble.count === told.count && trouble.tries === told.tries) return 'not'
  const isWorse = trouble.count > told.count || trouble.tries > told.tries
  return isWorse && now.getTime() - told.at.getTime() >= repeatAfterMs ? 'anew' : 'in-place'
}

/** A cause that was mended, or taken up again by somebody. */
export const mended: Known = { count: 0, tries: 0 }
