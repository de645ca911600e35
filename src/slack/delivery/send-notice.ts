import type { WebClient } from '@slack/web-api'
import type { ClaimedNotice } from '../../ports/outbox.ts'
import type { Deps } from '../../ports/deps.ts'
import { repeated } from '../blocks/parts/repeated.ts'
import type { Channels } from '../drawing/channels.ts'
import { findPosted } from './find-doubtful.ts'
import type { Errand, Post, Upload } from '../drawing/errand.ts'
import { plain, post } from './post.ts'
import { renderNotice } from '../drawing/render-notice.ts'
import { describe, failureOf, isPassing, later, unsent, type SendFailure } from './send-failure.ts'
import { upload, type Carrier } from './upload.ts'

/** How one attempt ended. `unsettled` marks a doubt that this attempt could not clear up. */
export type Attempt =
  | { kind: 'sent'; ts: string; channel?: string | undefined }
  | { kind: 'left-out'; because: string }
  | (SendFailure & { unsettled?: boolean })

export interface Courier {
  deps: Deps
  client: WebClient
  channels: Channels
  /** See preparationMs. */
  mostPreparationMs: number
}

/**
 * Preparing may take this long; then the lease is too old to begin a call under it. With a settle time shorter than
 * usual everything is quicker, so that a dead sender's lane waits less.
 */
export const preparationMs = (settleMs: number): number =>
  Math.min(10_000, Math.max(3_000, (settleMs * 2) / 3))
/** After so many attempts patience ends: with what can't be drawn, and with a search that takes too long. */
const mostAttempts = 10

/** A post or a file, and whether it may stand in the channel already without our being able to see it. */
type Sending = (Post | Upload) & { mayRepeat?: boolean }

/**
 * Draws a notice, looks for an earlier post of it where there is doubt, and sends it. Never throws. `leasedAt` is when
 * it was asked for, by performance's clock: a database that answers late has shortened the lease.
 */
export async function sendNotice(
  notice: ClaimedNotice,
  courier: Courier,
  leasedAt: number,
): Promise<Attempt> {
  const errand = await draw(notice, courier)
  if ('kind' in errand) return errand
  if (errand.do === 'nothing') return { kind: 'left-out', because: errand.because }
  if (errand.do === 'wait') return { kind: 'never', error: errand.because }
  if (errand.do === 'update') return update(errand, courier.client)
  const deadline = leasedAt + courier.mostPreparationMs
  // A search that was too slow once is made again; one that always is must come to an end, or it holds up the channel.
  const until = notice.attempts < mostAttempts ? Infinity : (leasedAt + deadline) / 2
  const sending = notice.doubtfulSince ? await settle(notice, errand, { ...courier, until }) : errand
  if ('kind' in sending) return sending
  if (performance.now() > deadline) return tooSlow(notice)
  return send(notice, sending, { client: courier.client, deadline, attempts: notice.attempts })
}

async function draw(notice: ClaimedNotice, { deps, channels }: Courier): Promise<Errand | Attempt> {
  try {
    return await renderNotice(notice, deps, channels)
  } catch (error) {
    // Nothing was sent yet, so nothing new is in doubt.
    const unsettled = notice.doubtfulSince !== null
    if (isPassing(error)) return { ...again(error), unsettled }
    // A notice that can't be drawn must not hold up the others.
    if (notice.attempts >= mostAttempts && (await isHopeless(notice, { deps, channels })))
      return { kind: 'never', error: `can't be drawn: ${describe(error)}`, unsettled }
    return { ...later(describe(error)), unsettled }
  }
}

/** Attempts count while Slack was away, too, so that one hiccup of the database may not decide. */
async function isHopeless(
  notice: ClaimedNotice,
  { deps, channels }: Pick<Courier, 'deps' | 'channels'>,
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
  errand: Post | Upload,
  { client, deps, until }: Courier & { until: number },
): Promise<Sending | Attempt> {
  const { channel, threadTs } = errand
  const since = begun(notice, deps.now())
  try {
    const mark = {
      noticeId: notice.id,
      fileName: errand.do === 'upload' ? errand.file.name : (errand.instead?.name ?? null),
    }
    const search = await findPosted(client, { ...mark, channel, threadTs, since, until })
    if (search.kind === 'found') return { kind: 'sent', ts: search.ts }
    if (search.kind === 'missing') return errand
    if (errand.do === 'upload') return { ...errand, mayRepeat: true }
    return { ...errand, message: repeated(errand.message, errand.look), mayRepeat: true }
  } catch (error) {
    const failure = again(error)
    return { ...failure, error: `looking for it: ${failure.error}`, unsettled: true }
  }
}

/** A beginning that lies ahead was written by a clock that has been put right since: it tells nothing. */
const begun = ({ doubtfulSince }: ClaimedNotice, now: Date): Date | null =>
  doubtfulSince && doubtfulSince <= now ? doubtfulSince : null

/** What was only read is read again, even after a refusal: the notice itself was not refused. */
function again(error: unknown): Extract<SendFailure, { kind: 'later' }> {
  const failure = unsent(error)
  return failure.kind === 'later' ? failure : later(failure.error)
}

async function send(notice: ClaimedNotice, sending: Sending, carrier: Carrier): Promise<Attempt> {
  const attempt =
    sending.do === 'upload' ? await upload(sending, carrier) : await post(notice.id, sending, carrier)
  if (attempt.kind === 'sent' || attempt.kind === 'left-out') return attempt
  return sending.mayRepeat ? { ...attempt, unsettled: true } : attempt
}

async function update(
  { channel, ts, message }: Extract<Errand, { do: 'update' }>,
  client: WebClient,
): Promise<Attempt> {
  try {
    await client.chat.update({ channel, ts, ...message, ...plain })
    return { kind: 'sent', ts }
  } catch (error) {
    // One in doubt is drawn again, which does no harm; but not before it has settled: it could still land on top.
    return failureOf(error)
  }
}

function tooSlow({ doubtfulSince }: ClaimedNotice): Attempt {
  return { ...later('preparing took too long'), unsettled: doubtfulSince !== null }
}
