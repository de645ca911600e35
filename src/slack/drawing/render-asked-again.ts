import { seeReturned } from '../../flows/look-up/see-returned.ts'
import type { ClaimedNotice } from '../../ports/outbox.ts'
import type { Deps } from '../../ports/deps.ts'
import { askedAgain } from '../blocks/card/asked-again.ts'
import { readerOf } from './readers.ts'
import { nothing, type Rendering } from './rendering.ts'

/** To the owner alone: somebody whom they accepted earlier asks again. */
export async function renderAskedAgain(
  { about, lane: userId }: ClaimedNotice,
  deps: Deps,
): Promise<Rendering> {
  const seen = await seeReturned(deps, { userId, handoffId: about ?? '' })
  if (!seen.ok) return nothing('this person may not see leads any more')
  if (!seen.value) return nothing('the lead is gone')
  const { lead, handoff, owner } = seen.value
  if (owner?.by !== userId) return nothing('this person never accepted it')
  const reader = await readerOf(deps, userId)
  const message = askedAgain(lead, { acceptedAt: owner.at, channel: handoff.channel }, reader)
  return { do: 'post', channel: userId, threadTs: null, message, reader }
}
