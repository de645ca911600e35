import { decide, type RoundCommand } from '../../domain/handoff/lifecycle.ts'
import { allow, refuse, type Outcome } from '../../domain/handoff/refusal.ts'
import { handoffOf, type FollowingRound } from '../../domain/lead/lead.ts'
import type { Notice } from '../../domain/notice/notice.ts'
import type { Right } from '../../domain/people/permissions.ts'
import type { Deps } from '../../ports/deps.ts'
import { barrierFor } from '../access/barrier.ts'
import { retryOnConflict } from '../errors/retry-on-conflict.ts'

/** One click or modal of one person on one card. */
export interface CardAction {
  handoffId: string
  userId: string
}

interface Change extends CardAction {
  /** What the person must be allowed to do. */
  right: Right
  command: (round: FollowingRound) => Promise<Outcome<RoundCommand>>
  /** What Slack must show afterwards. */
  notices: (after: FollowingRound) => Notice[]
}

/** Carries out one person's command on a round. Of any number at once one wins; the others learn who. */
export async function changeHandoff(deps: Deps, change: Change): Promise<Outcome<FollowingRound>> {
  const barrier = await barrierFor(deps, change.userId, change.right)
  if (barrier) return refuse(barrier)
  return retryOnConflict(async () => {
    const round = await deps.db.leads.findByHandoff(change.handoffId)
    return round ? carryOut(deps, round, change) : refuse({ kind: 'lead-unknown' })
  })
}

async function carryOut(deps: Deps, round: FollowingRound, change: Change): Promise<Outcome<FollowingRound>> {
  const command = await change.command(round)
  if (!command.ok) return command
  const stamp = { by: { kind: 'person' as const, id: change.userId }, at: deps.now() }
  const outcome = decide(round.lead, { ...command.value, handoffId: round.handoff.id }, stamp)
  if (!outcome.ok) return outcome
  const { after: lead, events } = outcome.value
  const after = { ...round, lead, handoff: handoffOf(lead, round.handoff.id) ?? round.handoff }
  if (events.length > 0) await deps.db.leads.save(outcome.value, change.notices(after))
  return allow(after)
}
