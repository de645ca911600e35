import type { OwnCount } from '../../domain/digest/own-figures.ts'
import type { Handle } from '../stores/handle.ts'

/**
 * What each person decided of the handoffs made in [from, to), tests left out, for those who decided one of the
 * handoffs made since `activeFrom`.
 */
export function countDeciders(
  db: Handle['db'],
  { from, to, activeFrom }: { from: Date; to: Date; activeFrom: Date },
): Promise<OwnCount[]> {
  return db.$queryRaw<OwnCount[]>`
    SELECT "decidedBy" AS "userId",
      count(*) FILTER (WHERE status = 'accepted')::int AS accepted,
      count(*) FILTER (WHERE status = 'rejected')::int AS rejected,
      count(*) FILTER (WHERE "decidedAt" <= "dueAt")::int AS "inTime",
      (percentile_disc(0.5) WITHIN GROUP (ORDER BY "workingMinutes"))::int AS median
    FROM "Handoff"
    WHERE "handedOffAt" >= ${from} AND "handedOffAt" < ${to} AND NOT "isTest" AND "decidedBy" IS NOT NULL
      AND status IN ('accepted', 'rejected')
    GROUP BY "decidedBy"
    HAVING max("handedOffAt") >= ${activeFrom}
    ORDER BY "decidedBy"`
}
