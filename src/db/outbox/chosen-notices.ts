import type { Stuck } from '../../ports/trouble-store.ts'
import { Prisma } from '../generated/client.ts'

/** Refused for good; or, where that is asked for, still waiting. */
const isStuck = ({ waiting }: Stuck): Prisma.Sql =>
  waiting ? Prisma.sql`n.settled = false` : Prisma.sql`n."failedAt" IS NOT NULL`

/** The notices `n` of this lane and cause, without what hangs below them. */
function isChosen(which: Stuck): Prisma.Sql {
  const { lane, cause } = which
  const inLane = lane === undefined ? Prisma.empty : Prisma.sql`AND n.lane = ${lane}`
  const forCause = cause === undefined ? Prisma.empty : Prisma.sql`AND n.error = ${cause}`
  return Prisma.sql`${isStuck(which)} ${inLane} ${forCause}`
}

/** To stand before a statement that asks for `isAffected`. */
export const withChosen = (which: Stuck): Prisma.Sql =>
  Prisma.sql`WITH chosen AS (SELECT n.id, n.kind FROM "Notice" n WHERE ${isChosen(which)})`

/** What was chosen, and what hangs below it and so shares its fate: the thread of a card that was never posted. */
export const isAffected = (which: Stuck): Prisma.Sql => Prisma.sql`
  ${isStuck(which)} AND (n.id IN (SELECT id FROM chosen) OR n.below IN (SELECT id FROM chosen))`

/** As new; one that may have arrived is looked for first. */
export const putBack = (dueAt: Date): Prisma.Sql => Prisma.sql`
  state = CASE WHEN n."startedAt" IS NULL THEN 'pending' ELSE 'sending' END, settled = false,
  error = NULL, "failedAt" = NULL, "dueAt" = ${dueAt}`
