import type { LeadRound } from '../../domain/lead/lead.ts'
import { whyClosed } from '../../domain/handoff/lifecycle.ts'
import { allow, refuse, type Outcome } from '../../domain/handoff/refusal.ts'
import { barrierFor } from '../access/barrier.ts'
import type { CardAction } from './change-handoff.ts'
import type { Deps } from '../../ports/deps.ts'

/** The lead somebody is about to reject, if it may still be decided and by this person: before a modal is filled in vain. */
export async function prepareRejection(
  deps: Deps,
  { handoffId, userId }: CardAction,
): Promise<Outcome<LeadRound>> {
  const barrier = await barrierFor(deps, userId, 'reject')
  if (barrier) return refuse(barrier)
  const round = await deps.db.leads.findByHandoff(handoffId)
  if (!round) return refuse({ kind: 'lead-unknown' })
  const closed = whyClosed(round.handoff)
  return closed ? refuse(closed) : allow(round)
}
