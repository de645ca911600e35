import { agreement, day } from './agreement.ts'
import type { Played } from './played.ts'
import type { Reference, Round, Said } from './reference.ts'

/** What a digest would say of this sequence's handoffs, with the sum that D must be. */
export async function counted({ world: { deps }, model }: Played): Promise<Said> {
  const { zone, workingHours: hours } = agreement
  const { all } = await deps.db.digests.count({
    from: new Date(model.now - day),
    to: new Date(model.now + day),
    now: deps.now(),
    working: { hours, zone },
  })
  const { delivered, accepted, rejected, expired, open } = all
  return { delivered, accepted, rejected, expired, open, sum: accepted + rejected + expired + open }
}

/** Each round counts by itself, tests do not. */
export function expectedCounts({ cards }: Reference): Said {
  const rounds = cards.filter(({ lead }) => !lead.isTest).map(({ round }) => round)
  const those = (status: Round['status']) => rounds.filter((round) => round.status === status).length
  return {
    delivered: rounds.length,
    accepted: those('accepted'),
    rejected: those('rejected'),
    expired: those('expired'),
    open: those('open'),
    sum: rounds.length,
  }
}
