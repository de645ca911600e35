import { holdsLead } from '../../domain/notice/card-fate.ts'
import { handoffOf } from '../../domain/lead/lead.ts'
import { decide } from '../../domain/handoff/lifecycle.ts'
import type { Cause } from '../../domain/notice/trouble.ts'
import { cardOf } from '../handoff/card-notices.ts'
import type { Deps } from '../../ports/deps.ts'
import type { ByOperator } from '../access/operator.ts'
import { retryOnConflict } from '../errors/retry-on-conflict.ts'
import type { TroubleStore } from '../../ports/trouble-store.ts'

interface Elsewhere {
  /** The channel that refused it, for one cause or for all of them. */
  which: Pick<Cause, 'lane'> & Partial<Cause>
  /** The channel that shall have it. */
  to: string
  /** Who says so. */
  by: string
}

/**
 * What one channel refused goes to another: the card of each lead that nobody could decide, because it was never posted
 * or is out of reach, is posted there anew; digests go there with what hangs below them. How many there were of each.
 */
export async function sendElsewhere(
  deps: ByOperator,
  { which, to, by }: Elsewhere,
): Promise<{ cards: number; digests: number }> {
  const lost = await leadsHeld(deps.db.troubles, which)
  for (const handoffId of lost) await moveCard(deps, handoffId, { to, by })
  return { cards: lost.length, digests: await deps.db.troubles.moveDigests(which, to) }
}

/** How many would go. */
export async function countElsewhere(
  { db: { troubles } }: ByOperator,
  which: Elsewhere['which'],
): Promise<{ cards: number; digests: number }> {
  const [cards, digests] = await Promise.all([leadsHeld(troubles, which), troubles.countDigests(which)])
  return { cards: cards.length, digests }
}

/** Handoffs that nobody can decide because of what was refused there, the oldest first. */
async function leadsHeld(troubles: TroubleStore, which: Elsewhere['which']): Promise<string[]> {
  const held = (await troubles.affected(which)).filter(holdsLead)
  return [...new Set(held.flatMap(({ handoffId }) => handoffId ?? []))]
}

async function moveCard(
  deps: Deps,
  handoffId: string,
  { to, by }: Pick<Elsewhere, 'to' | 'by'>,
): Promise<void> {
  const stamp = { by: { kind: 'system' as const, name: by }, at: deps.now() }
  await retryOnConflict(async () => {
    const round = await deps.db.leads.findByHandoff(handoffId)
    const moved = round && decide(round.lead, { type: 'move', handoffId, channel: to }, stamp)
    const handoff = moved?.ok ? handoffOf(moved.value.after, handoffId) : null
    if (moved?.ok && handoff) await deps.db.leads.save(moved.value, [cardOf(handoff, deps.newId)])
  })
}
