import type { NoticeContent } from '../../domain/notice/notice.ts'
import type { Deps } from '../../ports/deps.ts'
import { listed } from '../../domain/privacy/shown-lead.ts'
import { managerDigest, ownDigest } from '../blocks/digest/private-digest.ts'
import { nothing, type Rendering } from './rendering.ts'
import { readerOf } from './readers.ts'

const shown = 10

/** How sales kept its side, to one manager, with what is past due when it is sent. */
export async function renderManagerDigest(
  { audience, week }: Extract<NoticeContent, { kind: 'digest-manager' }>,
  userId: string,
  deps: Deps,
): Promise<Rendering> {
  const figures = await deps.db.digests.find(audience, week)
  if (!figures) return nothing('the digest is gone')
  const reader = await readerOf(deps, userId)
  const now = deps.now()
  const open = await deps.db.leads.open(shown)
  const pastDue = listed(open.filter(({ handoff }) => handoff.dueAt <= now))
  const message = managerDigest(figures, pastDue, reader)
  return { do: 'post', channel: userId, threadTs: null, message, reader }
}

/** One person's own figures, as they were when the digest was made. */
export async function renderOwnDigest(
  { figures }: Extract<NoticeContent, { kind: 'digest-own' }>,
  userId: string,
  deps: Deps,
): Promise<Rendering> {
  const reader = await readerOf(deps, userId)
  return { do: 'post', channel: userId, threadTs: null, message: ownDigest(figures, reader), reader }
}
