import type { NoticeContent } from '../../domain/notice/notice.ts'
import type { Deps } from '../../ports/deps.ts'
import { managerDigest, ownDigest } from '../blocks/digest/private-digest.ts'
import { nothing, type Errand } from './errand.ts'
import { privateLook } from './look.ts'

const shown = 10

/** How sales kept its side, to one manager, with what is past due when it is sent. */
export async function renderManagerDigest(
  { audience, week }: Extract<NoticeContent, { kind: 'digest-manager' }>,
  userId: string,
  deps: Deps,
): Promise<Errand> {
  const figures = await deps.db.digests.find(audience, week)
  if (!figures) return nothing('the digest is gone')
  const look = await privateLook(deps, userId)
  const now = deps.now()
  const open = await deps.db.leads.open(shown)
  const pastDue = open.filter(({ handoff }) => handoff !== null && handoff.dueAt <= now)
  const message = managerDigest(figures, pastDue, look)
  return { do: 'post', channel: userId, threadTs: null, message, look }
}

/** One person's own figures, as they were when the digest was made. */
export async function renderOwnDigest(
  { figures }: Extract<NoticeContent, { kind: 'digest-own' }>,
  userId: string,
  deps: Deps,
): Promise<Errand> {
  const look = await privateLook(deps, userId)
  return { do: 'post', channel: userId, threadTs: null, message: ownDigest(figures, look), look }
}
