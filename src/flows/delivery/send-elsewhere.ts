import { holdsLead } from '../../domain/notice/card-fate.ts'
import { decide } from '../../domain/handoff/lifecycle.ts'
import type { Cause } from '../../domain/notice/trouble.ts'
import { newCard } from '../handoff/card-notices.ts'
import { findHandoff } from '../handoff/change-handoff.ts'
import type { Deps } from '../../ports/deps.ts'
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
  deps: Deps,
  { which, to, by }: Elsewhere,
): Promise<{ cards: number; digests: number }> {
  const lost = await leadsHeld(deps.db.troubles, which)
  for (const handoffId of lost) await moveCard(deps, handoffId, { to, by })
  return { cards: lost.length, digests: await deps.db.troubles.moveDigests(which, to) }
}

/** Handoffs that nobody can decide because of what was refused there, the oldest first. */
export async function leadsHeld(troubles: TroubleStore, which: Elsewhere['which']): Promise<string[]> {
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
    const lead = await findHandoff(deps, handoffId)
    const moved = lead && decide(lead, { type: 'move', channel: to }, stamp)
    if (moved?.ok) await deps.db.leads.save(moved.value, newCard(moved.value.after, deps.newId))
  })
}
