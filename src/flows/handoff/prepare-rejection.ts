import type { Lead } from '../../domain/lead/lead.ts'
import { whyClosed } from '../../domain/handoff/lifecycle.ts'
import { allow, refuse, type Outcome } from '../../domain/handoff/refusal.ts'
import { barrierFor } from '../access/barrier.ts'
import { findHandoff, type Click } from './change-handoff.ts'
import type { Deps } from '../../ports/deps.ts'

/** The lead somebody is about to reject, if it may still be decided and by this person: before a modal is filled in vain. */
export async function prepareRejection(deps: Deps, { handoffId, userId }: Click): Promise<Outcome<Lead>> {
  const [barrier, lead] = await Promise.all([
    barrierFor(deps, userId, 'reject'),
    findHandoff(deps, handoffId),
  ])
  if (barrier) return refuse(barrier)
  if (!lead) return refuse({ kind: 'lead-unknown' })
  const closed = whyClosed(lead)
  return closed ? refuse(closed) : allow(lead)
}
