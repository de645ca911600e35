import type { LeadRound } from '../../domain/lead/lead.ts'
import type { CohortPart } from '../../ports/lead-store.ts'
import type { Prisma } from '../generated/client.ts'
import { inRound, withRounds } from '../rows/lead-row.ts'

/** Rounds of a cohort, the latest first, each with its lead. */
export async function ofCohort(
  db: Prisma.TransactionClient,
  part: CohortPart,
  take: number,
): Promise<LeadRound[]> {
  const { from, to, now, filter, statuses, dueOnly, reason, withoutFamily } = part
  const rows = await db.handoff.findMany({
    where: {
      ...{ ...filter, isTest: false, handedOffAt: { gte: from, lt: to }, status: { in: statuses } },
      ...(dueOnly && { NOT: { status: 'open', dueAt: { gt: now } } }),
      ...(reason !== undefined && { reason }),
      // Only what was rejected has a family.
      ...(withoutFamily && { OR: [{ family: null }, { family: { not: withoutFamily } }] }),
    },
    orderBy: [{ handedOffAt: 'desc' }, { id: 'asc' }],
    take,
    include: { lead: { include: withRounds } },
  })
  return rows.map(inRound)
}
