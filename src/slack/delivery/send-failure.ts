import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api'
import { loggable } from '../../flows/errors/loggable.ts'

/**
 * What a failed call means for a notice.
 * `later`: Slack certainly did not take it, try again. `doubtful`: it may have. `never`: it will not, whatever we do.
 */
export type SendFailure =
  | { kind: 'later'; error: string; seconds: number | null }
  | { kind: 'doubtful'; error: string }
  | { kind: 'never'; error: string }

/** Answers that leave open whether Slack did what was asked. */
const ambiguous = new Set(['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'])

/** Refusals that end when an operator repairs the installation: the notice waits for that. */
const repairable = new Set([
  ...['invalid_auth', 'not_authed', 'account_inactive', 'token_revoked', 'token_expired'],
  ...['missing_scope', 'org_login_required', 'ekm_access_denied', 'team_access_not_granted', 'accesslimited'],
])

/** The request did not even leave this machine, or nobody was there to take it. */
const neverLeft = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])

/** What a failed call means. The words in it hold nobody's data: see loggable. */
export function failureOf(error: unknown): SendFailure {
  if (error instanceof WebAPIRateLimitedError) {
    return { kind: 'later', error: 'ratelimited', seconds: error.retryAfter }
  }
  if (error instanceof WebAPIPlatformError) return ofAnswer(error)
  if (error instanceof WebAPIHTTPError) return ofStatus(error.statusCode)
  if (error instanceof WebAPIRequestError) return ofRequest(error)
  return { kind: 'doubtful', error: loggable(error) }
}

/** Nothing was shown; `seconds` where Slack said when to try again. */
export const later = (
  error: string,
  seconds: number | null = null,
): Extract<SendFailure, { kind: 'later' }> => ({ kind: 'later', error, seconds })

/** The same for a call that only reads or prepares. It shows nothing, so even an unclear end leaves no doubt. */
export function unsent(error: unknown): Exclude<SendFailure, { kind: 'doubtful' }> {
  const failure = failureOf(error)
  return failure.kind === 'doubtful' ? later(failure.error) : failure
}

/** Whether Slack or the network failed, and may work again in a moment. */
export function isPassing(error: unknown): boolean {
  const isOfSlack = calls.some((kind) => error instanceof kind)
  return isOfSlack && failureOf(error).kind !== 'never'
}
const calls = [WebAPIRateLimitedError, WebAPIPlatformError, WebAPIHTTPError, WebAPIRequestError]

function ofAnswer({ data }: WebAPIPlatformError): SendFailure {
  const { error } = data
  // A body that is not JSON is passed on by the client as if it were the error's name.
  if (!/^[a-z][a-z0-9_]{1,79}$/.test(error)) return { kind: 'doubtful', error: 'an answer that is not JSON' }
  if (ambiguous.has(error)) return { kind: 'doubtful', error }
  if (error === 'ratelimited' || error === 'rate_limited') {
    return { kind: 'later', error, seconds: data.response_metadata?.retryAfter ?? null }
  }
  return repairable.has(error) ? { kind: 'later', error, seconds: 60 } : { kind: 'never', error }
}

function ofStatus(status: number): SendFailure {
  const error = `HTTP ${status}`
  return status >= 500 || status === 408 ? { kind: 'doubtful', error } : { kind: 'later', error, seconds: 60 }
}

function ofRequest({ original }: WebAPIRequestError): SendFailure {
  const code = codeOf(original) ?? codeOf(original.cause)
  if (code !== null && neverLeft.has(code)) return { kind: 'later', error: code, seconds: null }
  return { kind: 'doubtful', error: code ?? original.name }
}

function codeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  return typeof error.code === 'string' ? error.code : null
}
