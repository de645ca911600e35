import type { ClaimedNotice } from '../../../src/ports/outbox.ts'
import type { World } from './world.ts'

/** As much of Slack as decides what becomes of cards: which messages stand, and whether the channels take any. */
export interface SmallSlack {
  /** The handoff that each message shows, and in which channel, by its ts. */
  cards: Map<string, { handoffId: string; lane: string }>
  /** Why the channels take nothing, as long as they do not. */
  refuses: string | null
  posts: number
}

export const openSlack = (): SmallSlack => ({ cards: new Map(), refuses: null, posts: 0 })

/** Carries all that waits to Slack, as slack/deliver does, until nothing waits any more. */
export async function carryAll({ outbox, deps }: World, slack: SmallSlack): Promise<void> {
  const now = deps.now()
  for (;;) {
    const notice = await outbox.claim({ now, owner: 'the rig', leaseMs: 1_000 })
    if (!notice) return
    const answer = answerTo(notice, slack)
    if ('ts' in answer) await outbox.sent(notice, { ...answer, at: now, freeAt: now })
    else await outbox.fail(notice, { error: answer.error, at: now })
  }
}

function answerTo(notice: ClaimedNotice, slack: SmallSlack): { ts: string } | { error: string } {
  const { content, card } = notice
  if (content.kind === 'asked-again') return { ts: `private-${notice.id}` }
  if (content.kind !== 'card' && !card) return { error: 'the card was never posted' }
  if (slack.refuses !== null) return { error: slack.refuses }
  if (content.kind === 'card') return { ts: post(notice, slack) }
  if (card && slack.cards.has(card.ts))
    return { ts: content.kind === 'thread' ? `reply-${notice.id}` : card.ts }
  return { error: content.kind === 'thread' ? 'thread_not_found' : 'message_not_found' }
}

function post(notice: ClaimedNotice, slack: SmallSlack): string {
  const ts = `${notice.id}-${++slack.posts}`
  slack.cards.set(ts, { handoffId: notice.about ?? '', lane: notice.lane })
  return ts
}
