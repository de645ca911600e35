import type { WebClient } from '@slack/web-api'
import type { ClaimedNotice } from '../../ports/outbox.ts'
import type { Deps } from '../../ports/deps.ts'
import { repeated } from '../blocks/parts/repeated.ts'
import type { Channels } from '../drawing/channels.ts'
import { findPosted } from './find-doubtful.ts'
import type { Rendering, Post, Upload } from '../drawing/rendering.ts'
import { plain, post } from './post.ts'
import { renderNotice } from '../drawing/render-notice.ts'
import { loggable } from '../../flows/errors/loggable.ts'
import { failureOf, isPassing, later, unsent, type SendFailure } from './send-failure.ts'
import { upload, type CallContext } from './upload.ts'

/** How one attempt ended. `unsettled` marks a doubt that this attempt could not clear up. */
export type AttemptResult =
  | { kind: 'sent'; ts: string; channel?: string | undefined }
  | { kind: 'left-out'; because: string }
  | (SendFailure & { unsettled?: boolean })

export interface SlackAccess {
  deps: Deps
  client: WebClient
  channels: Channels
  /** See preparationMs. */
  mostPreparationMs: number
}

/**
 * Preparing may take this long: after it, the lease is too old to begin a call. A settle time that is shorter than usual
 * makes this shorter, too, so that the lane of a dead courier waits less.
 */
export const preparationMs = (settleMs: number): number =>
  Math.min(10_000, Math.max(3_000, (settleMs * 2) / 3))
/** After so many attempts Baton gives up: a notice that can't be drawn, and a search that takes too long. */
const mostAttempts = 10

/** A post or a file. `mayRepeat`: it may stand in the channel already, and we can't look. */
type Sending = (Post | Upload) & { mayRepeat?: boolean }

/**
 * Draws a notice, looks for an earlier post of it where there is doubt, and sends it. Never throws. `leasedAt` is when
 * it was asked for, by performance's clock: a database that answers late has shortened the lease.
 */
export async function sendNotice(
  notice: ClaimedNotice,
  access: SlackAccess,
  leasedAt: number,
): Promise<AttemptResult> {
  const rendering = await draw(notice, access)
  if ('kind' in rendering) return rendering
  if (rendering.do === 'nothing') return { kind: 'left-out', because: rendering.because }
  if (rendering.do === 'wait') return { kind: 'never', error: rendering.because }
  if (rendering.do === 'update') return update(rendering, access.client)
  const deadline = leasedAt + access.mostPreparationMs
  // A search that was too slow is made again. One that always is too slow must end, or it holds up the channel.
  const until = notice.attempts < mostAttempts ? Infinity : (leasedAt + deadline) / 2
  const sending = notice.doubtfulSince ? await settle(notice, rendering, { ...access, until }) : rendering
  if ('kind' in sending) return sending
  if (performance.now() > deadline) return tooSlow(notice)
  return send(notice, sending, { client: access.client, deadline, attempts: notice.attempts })
}

async function draw(
  notice: ClaimedNotice,
  { deps, channels }: SlackAccess,
): Promise<Rendering | AttemptResult> {
  try {
    return await renderNotice(notice, deps, channels)
  } catch (error) {
    // Nothing was sent yet, so nothing new is in doubt.
    const unsettled = notice.doubtfulSince !== null
    if (isPassing(error)) return { ...again(error), unsettled }
    // A notice that can't be drawn must not hold up the others.
    if (notice.attempts >= mostAttempts && (await isHopeless(notice, { deps, channels })))
      return { kind: 'never', error: `can't be drawn: ${loggable(error)}`, unsettled }
    return { ...later(loggable(error)), unsettled }
  }
}

/** Attempts count while Slack was away, too, so that one hiccup of the database may not decide. */
async function isHopeless(
  notice: ClaimedNotice,
  { deps, channels }: Pick<SlackAccess, 'deps' | 'channels'>,
): Promise<boolean> {
  const mayBeDrawn = await renderNotice(notice, deps, channels).then(() => true, isPassing)
  if (mayBeDrawn) return false
  return deps.db.playbooks.current().then(
    () => true,
    () => false,
  )
}

/** Clears up whether a doubtful post arrived. Where Slack does not let us look, it is sent again and says so. */
async function settle(
  notice: ClaimedNotice,
  rendering: Post | Upload,
  { client, deps, until }: SlackAccess & { until: number },
): Promise<Sending | AttemptResult> {
  const { channel, threadTs } = rendering
  const since = begun(notice, deps.now())
  try {
    const mark = {
      noticeId: notice.id,
      fileName: rendering.do === 'upload' ? rendering.file.name : (rendering.instead?.name ?? null),
    }
    const search = await findPosted(client, { ...mark, channel, threadTs, since, until })
    if (search.kind === 'found') return { kind: 'sent', ts: search.ts }
    if (search.kind === 'missing') return rendering
    if (rendering.do === 'upload') return { ...rendering, mayRepeat: true }
    return { ...rendering, message: repeated(rendering.message, rendering.reader), mayRepeat: true }
  } catch (error) {
    const failure = again(error)
    return { ...failure, error: `looking for it: ${failure.error}`, unsettled: true }
  }
}

/** A beginning in the future was written by a wrong clock, and tells nothing. */
const begun = ({ doubtfulSince }: ClaimedNotice, now: Date): Date | null =>
  doubtfulSince && doubtfulSince <= now ? doubtfulSince : null

/** For a call that only reads: it is made again, even after a refusal. Slack did not refuse the notice itself. */
function again(error: unknown): Extract<SendFailure, { kind: 'later' }> {
  const failure = unsent(error)
  return failure.kind === 'later' ? failure : later(failure.error)
}

async function send(notice: ClaimedNotice, sending: Sending, context: CallContext): Promise<AttemptResult> {
  const attempt =
    sending.do === 'upload' ? await upload(sending, context) : await post(notice.id, sending, context)
  if (attempt.kind === 'sent' || attempt.kind === 'left-out') return attempt
  return sending.mayRepeat ? { ...attempt, unsettled: true } : attempt
}

async function update(
  { channel, ts, message }: Extract<Rendering, { do: 'update' }>,
  client: WebClient,
): Promise<AttemptResult> {
  try {
    await client.chat.update({ channel, ts, ...message, ...plain })
    return { kind: 'sent', ts }
  } catch (error) {
    // An update in doubt is drawn again, which does no harm. It waits until the lost one can't arrive any more, on top of it.
    return failureOf(error)
  }
}

function tooSlow({ doubtfulSince }: ClaimedNotice): AttemptResult {
  return { ...later('preparing took too long'), unsettled: doubtfulSince !== null }
}
