import type { WebClient } from '@slack/web-api'
import type { Upload } from './errand.ts'
import { failureOf, type SendFailure } from './send-failure.ts'

type Uploaded = { kind: 'sent'; ts: string } | { kind: 'left-out'; because: string } | SendFailure

/**
 * Shares a file in a thread. Without the scope files:write it never will, and nothing behind it waits for that: what the
 * file holds stands in the digest as well.
 */
export async function upload({ channel, threadTs, file }: Upload, client: WebClient): Promise<Uploaded> {
  const { name, title, bytes, alt } = file
  try {
    const { files } = await client.filesUploadV2({
      ...{ channel_id: channel, thread_ts: threadTs, filename: name, title, file: bytes },
      ...(alt !== undefined && { alt_text: alt }),
    })
    const id = files[0]?.files?.[0]?.id
    return id === undefined
      ? { kind: 'doubtful', error: 'an answer without a file' }
      : { kind: 'sent', ts: id }
  } catch (error) {
    const failure = failureOf(error)
    return failure.error === 'missing_scope'
      ? { kind: 'left-out', because: 'files:write is missing' }
      : failure
  }
}
