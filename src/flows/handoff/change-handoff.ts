import type { Lead } from '../../domain/lead/lead.ts'
import { decide, type Command } from '../../domain/handoff/lifecycle.ts'
import type { Notice } from '../../domain/notice/notice.ts'
import type { Right } from '../../domain/people/permissions.ts'
import { allow, refuse, type Outcome } from '../../domain/handoff/refusal.ts'
import { barrierFor } from '../access/barrier.ts'
import type { Deps } from '../../ports/deps.ts'
import { retryOnConflict } from '../errors/retry-on-conflict.ts'

/** One click or modal of one person on one card. */
export interface Click {
  handoffId: string
  userId: string
}

interface Change extends Click {
  /** What the person must be allowed to do. */
  right: Right
  command: (lead: Lead) => Promise<Outcome<Command>>
  /** What Slack must show afterwards. */
  notices: (after: Lead) => Notice[]
}

/** Carries out one person's command on a handoff. Of any number at once one wins; the others learn who. */
export async function changeHandoff(deps: Deps, change: Change): Promise<Outcome<Lead>> {
  const barrier = await barrierFor(deps, change.userId, change.right)
  if (barrier) return refuse(barrier)
  return retryOnConflict(async () => {
    const lead = await findHandoff(deps, change.handoffId)
    if (!lead) return refuse({ kind: 'lead-unknown' })
    return carryOut(deps, lead, change)
  })
}

/** The lead whose current round this is; a card of an earlier round can no longer be acted on. */
export async function findHandoff(deps: Deps, handoffId: string): Promise<Lead | null> {
  const lead = await deps.db.leads.findByHandoff(handoffId)
  return lead?.handoff?.id === handoffId ? lead : null
}

async function carryOut(deps: Deps, lead: Lead, change: Change): Promise<Outcome<Lead>> {
  const command = await change.command(lead)
  if (!command.ok) return command
  const stamp = { by: { kind: 'person' as const, id: change.userId }, at: deps.now() }
  const outcome = decide(lead, command.value, stamp)
  if (!outcome.ok) return outcome
  const { after, events } = outcome.value
  if (events.length > 0) await deps.db.leads.save(outcome.value, change.notices(after))
  return allow(after)
}
