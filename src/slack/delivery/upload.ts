import type { WebClient } from '@slack/web-api'
import { longestPauseMs } from '../../ports/outbox.ts'
import type { SharedFile, Upload } from '../drawing/rendering.ts'
import { withPlainRetryAfter } from './retry-after.ts'
import { failureOf, later, unsent, type SendFailure } from './send-failure.ts'

export type Uploaded = { kind: 'sent'; ts: string } | { kind: 'left-out'; because: string } | SendFailure

/** What the calls of one attempt may use. */
export interface CallContext {
  client: WebClient
  /** By performance's clock. The bytes must be stored by then: the lease has to last for the call that shows them. */
  deadline: number
  attempts: number
}

/** Files go to another host. Where a firewall blocks it, the file is refused after so many attempts: the channel must go on. */
const mostRefusals = 10

/**
 * Shares a file in a thread: https://docs.slack.dev/messaging/working-with-files/#upload. Only the last of the three calls
 * shows it to anybody, so only that one can leave a doubt. The client's filesUploadV2 does not tell which one failed. Without
 * the scope files:write the file is left out: the digest holds the same figures.
 */
export async function upload({ channel, threadTs, file }: Upload, context: CallContext): Promise<Uploaded> {
  const stored = await store(file, context)
  if ('kind' in stored) return allowed(stored)
  const { id } = stored
  try {
    await context.client.files.completeUploadExternal({
      files: [{ id, title: file.title }],
      ...{ channel_id: channel, thread_ts: threadTs },
    })
    return { kind: 'sent', ts: id }
  } catch (error) {
    return allowed(failureOf(error))
  }
}

/** The bytes are with Slack, where nobody sees them yet. */
async function store(
  file: SharedFile,
  { client, deadline, attempts }: CallContext,
): Promise<{ id: string } | SendFailure> {
  const place = await placeFor(file, client)
  if ('kind' in place) return place
  const refusal = await put(file.bytes, place.url, deadline)
  if (refusal === null) return place
  const error = `the file’s host: ${refusal.says}`
  return attempts < mostRefusals ? later(error, refusal.seconds) : { kind: 'never', error }
}

async function placeFor(
  file: SharedFile,
  client: WebClient,
): Promise<{ id: string; url: string } | SendFailure> {
  const { name, bytes, alt } = file
  try {
    const { file_id: id, upload_url: url } = await client.files.getUploadURLExternal({
      ...{ filename: name, length: bytes.length },
      ...(alt !== undefined && { alt_text: alt }),
    })
    if (id === undefined || url === undefined) return later('an answer without a place for the file')
    return { id, url }
  } catch (error) {
    return unsent(error)
  }
}

/** Why the host did not take the bytes, and when it wants to be asked again; `null` when it did take them. */
async function put(
  bytes: Buffer,
  url: string,
  deadline: number,
): Promise<{ says: string; seconds: number | null } | null> {
  const timeLeft = Math.max(0, Math.ceil(deadline - performance.now()))
  try {
    const answer = await fetch(url, {
      method: 'POST',
      body: new Uint8Array(bytes),
      signal: AbortSignal.timeout(timeLeft),
    })
    const { ok, status, headers } = withPlainRetryAfter(answer, longestPauseMs / 1000)
    const wait = headers.get('retry-after')
    return ok ? null : { says: `HTTP ${status}`, seconds: wait === null ? null : Number(wait) }
  } catch (error) {
    return { says: error instanceof Error ? error.name : 'no answer', seconds: null }
  }
}

const allowed = (failure: SendFailure): Uploaded =>
  failure.error === 'missing_scope' ? { kind: 'left-out', because: 'files:write is missing' } : failure
