import { decide } from '../../src/domain/handoff/lifecycle.ts'
import { cardChanged } from '../../src/flows/handoff/card-notices.ts'
import type { Deps } from '../../src/ports/deps.ts'

/** Lets the time of an open round run out. Nothing in Baton does so by the clock yet. */
export async function expireRound({ db, now, newId }: Deps, handoffId: string): Promise<void> {
  const round = await db.leads.findByHandoff(handoffId)
  if (!round) throw new Error(`no round ${handoffId}`)
  const stamp = { by: { kind: 'system', name: 'the test' }, at: now() } as const
  const outcome = decide(round.lead, { type: 'expire', handoffId }, stamp)
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal.kind}`)
  await db.leads.save(outcome.value, cardChanged(round, { type: 'expired' }, newId))
}
