import { WebAPIPlatformError } from '@slack/web-api'
import type { Post } from '../drawing/errand.ts'
import { noticeMetadata } from '../ids.ts'
import { describe, failureOf, isPassing, later, unsent, type SendFailure } from './send-failure.ts'
import { upload, type Carrier, type Uploaded } from './upload.ts'

type Posted = { kind: 'sent'; ts: string; channel?: string | undefined } | Uploaded | SendFailure

/** Posts a message that carries the notice's id; where Slack does not know a kind of block, what stands for it. */
export async function post(noticeId: string, errand: Post, carrier: Carrier): Promise<Posted> {
  const { channel, threadTs, message, instead } = errand
  try {
    const { ts, channel: at } = await carrier.client.chat.postMessage({
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
    return instead && isUnknownBlock(error) ? putInstead(instead, carrier) : failureOf(error)
  }
}

/** Nothing in a text from outside becomes a mention or a link. */
export const plain = { parse: 'none', link_names: false } as const

/** Slack of this workspace does not know a kind of block yet. */
const isUnknownBlock = (error: unknown): boolean =>
  error instanceof WebAPIPlatformError && error.data.error === 'invalid_blocks'

async function putInstead({ draw }: NonNullable<Post['instead']>, carrier: Carrier): Promise<Posted> {
  const drawn = await draw().catch((error: unknown) => undrawn(error, carrier.attempts))
  return 'kind' in drawn ? drawn : upload(drawn, carrier)
}

/** So often it is tried to draw it, if a moment of little memory was to blame; then what waits behind it goes on. */
const mostDrawings = 10

function undrawn(error: unknown, attempts: number): SendFailure {
  if (isPassing(error)) return unsent(error)
  const says = `can't be drawn: ${describe(error)}`
  return attempts < mostDrawings ? later(says) : { kind: 'never', error: says }
}
