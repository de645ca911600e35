import { WebAPIPlatformError } from '@slack/web-api'
import type { Post } from '../drawing/rendering.ts'
import { noticeMetadata } from '../ids.ts'
import { loggable } from '../../flows/errors/loggable.ts'
import { failureOf, isPassing, later, unsent, type SendFailure } from './send-failure.ts'
import { upload, type CallContext, type Uploaded } from './upload.ts'

type Posted = { kind: 'sent'; ts: string; channel?: string | undefined } | Uploaded | SendFailure

/** Posts a message that carries the notice's id. Where Slack does not know a kind of block, its substitute is shared. */
export async function post(noticeId: string, rendering: Post, context: CallContext): Promise<Posted> {
  const { channel, threadTs, message, instead } = rendering
  try {
    const { ts, channel: at } = await context.client.chat.postMessage({
      channel,
      ...message,
      ...(threadTs !== null && { thread_ts: threadTs }),
      ...plain,
      unfurl_links: false,
      unfurl_media: false,
      metadata: { event_type: noticeMetadata, event_payload: { notice_id: noticeId } },
    })
    return ts === undefined
      ? { kind: 'doubtful', error: 'an answer without a ts' }
      : { kind: 'sent', ts, channel: at }
  } catch (error) {
    return instead && isUnknownBlock(error) ? putInstead(instead, context) : failureOf(error)
  }
}

/** Nothing in a text from outside becomes a mention or a link. */
export const plain = { parse: 'none', link_names: false } as const

/** Slack of this workspace does not know a kind of block yet. */
const isUnknownBlock = (error: unknown): boolean =>
  error instanceof WebAPIPlatformError && error.data.error === 'invalid_blocks'

async function putInstead({ draw }: NonNullable<Post['instead']>, context: CallContext): Promise<Posted> {
  const drawn = await draw().catch((error: unknown) => undrawn(error, context.attempts))
  return 'kind' in drawn ? drawn : upload(drawn, context)
}

/** Drawing may fail for a moment, for want of memory. After so many attempts the notices behind this one go on. */
const mostDrawings = 10

function undrawn(error: unknown, attempts: number): SendFailure {
  if (isPassing(error)) return unsent(error)
  const says = `can't be drawn: ${loggable(error)}`
  return attempts < mostDrawings ? later(says) : { kind: 'never', error: says }
}
