import type { NoticeContent } from '../../domain/notice/notice.ts'
import type { ClaimedNotice } from '../../ports/outbox.ts'
import type { Deps } from '../../ports/deps.ts'
import { troubleMessage } from '../blocks/parts/trouble.ts'
import { nothing, type Rendering } from './rendering.ts'
import { readerOf } from './readers.ts'

type TroubleContent = Extract<NoticeContent, { kind: 'trouble' | 'trouble-update' }>

/** What Slack refuses for good, as it stands at this moment, to one person of operations. */
export async function renderTrouble(
  { kind, about }: TroubleContent,
  { lane: userId, below }: ClaimedNotice,
  deps: Deps,
): Promise<Rendering> {
  const troubles = await deps.db.troubles.all()
  const trouble = troubles.find(
    (one) => !one.isReport && one.lane === about.lane && one.cause === about.cause,
  )
  const reader = await readerOf(deps, userId)
  const message = troubleMessage(about, trouble ?? null, reader)
  if (kind === 'trouble-update')
    return below ? { do: 'update', ...below, message } : nothing('its message was never posted')
  if (!trouble) return nothing('it was mended meanwhile')
  return { do: 'post', channel: userId, threadTs: null, message, reader }
}
