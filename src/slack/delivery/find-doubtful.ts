import { WebAPIPlatformError, type WebClient } from '@slack/web-api'
import { z } from 'zod'
import { noticeMetadata } from '../ids.ts'

/** Our clock and Slack's may differ by this much: a clock that nobody sets is soon minutes wrong. */
const clockSkewMs = 15 * 60_000
const mostPages = 20

const pageSchema = z.object({
  messages: z
    .array(
      z.object({
        ts: z.string(),
        files: z.array(z.object({ name: z.string().nullish() })).default([]),
        metadata: z
          .object({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()).default({}) })
          .optional(),
      }),
    )
    .default([]),
  response_metadata: z.object({ next_cursor: z.string().optional() }).default({}),
})
type Page = z.infer<typeof pageSchema>

/**
 * `blind` when Slack does not let us look (the operator did not grant the scope, or it is a direct message), and when
 * there is more to read than time for it.
 */
export type Search = { kind: 'found'; ts: string } | { kind: 'missing' } | { kind: 'blind' }

interface Lost {
  noticeId: string
  /** A file has no metadata; within its thread its name tells it. */
  fileName: string | null
  channel: string
  threadTs: string | null
  /** When it was begun; null when nobody knows. */
  since: Date | null
  /** By performance's clock: from then on no further page is read. */
  until: number
}

/**
 * Looks for a post whose answer was lost, by the notice id in its metadata. Slack has no idempotency key for posts,
 * so this is what keeps one card from standing in the channel twice. One page is always read, however late it is.
 */
export async function findPosted(client: WebClient, lost: Lost): Promise<Search> {
  if (!/^[CGD]/.test(lost.channel)) return { kind: 'blind' }
  try {
    return await search(client, lost)
  } catch (error) {
    if (error instanceof WebAPIPlatformError && unreadable.has(error.data.error)) return { kind: 'blind' }
    throw error
  }
}
const unreadable = new Set([
  'missing_scope',
  'not_in_channel',
  'channel_not_found',
  'access_denied',
  'thread_not_found',
])

async function search(client: WebClient, lost: Lost): Promise<Search> {
  let cursor: string | undefined
  for (let page = 0; page < mostPages; page += 1) {
    const { messages, response_metadata } = await read(client, lost, cursor)
    const ts = messages.find((message) => carries(message, lost))?.ts
    if (ts !== undefined) return { kind: 'found', ts }
    cursor = response_metadata.next_cursor || undefined
    if (cursor === undefined) return { kind: 'missing' }
    if (performance.now() > lost.until) break
  }
  // There is more to read than time for it. A repeated card, which says so, is better than a lost one.
  return { kind: 'blind' }
}

async function read(client: WebClient, lost: Lost, cursor: string | undefined): Promise<Page> {
  const { threadTs, since } = lost
  const range = {
    channel: lost.channel,
    ...(since && { oldest: ((since.getTime() - clockSkewMs) / 1000).toFixed(6), inclusive: true }),
    include_all_metadata: true,
    limit: 200,
    ...(cursor !== undefined && { cursor }),
  }
  const page =
    threadTs === null
      ? await client.conversations.history(range)
      : await client.conversations.replies({ ...range, ts: threadTs })
  return pageSchema.parse(page)
}

function carries({ metadata, files }: Page['messages'][number], { noticeId, fileName }: Lost): boolean {
  if (fileName !== null && files.some(({ name }) => name === fileName)) return true
  return metadata?.event_type === noticeMetadata && metadata.event_payload['notice_id'] === noticeId
}
