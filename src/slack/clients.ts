import { WebClient, type FetchFunction, type WebClientOptions } from '@slack/web-api'
import type { SlackConfig } from './slack-config.ts'
import { silentLogger } from './bolt-logger.ts'

const secondsWithoutRetryAfter = 5

/** Adds a limit of time to calls that have none, and a `Retry-After` to a 429 that came without. */
const patientFetch: FetchFunction = async (url, init) => {
  const response = await fetch(url, { ...init, signal: init?.signal ?? AbortSignal.timeout(3_000) })
  const wait = Number.parseInt(response.headers.get('retry-after') ?? '', 10)
  if (response.status !== 429 || Number.isFinite(wait)) return response
  const headers = new Headers(response.headers)
  headers.set('retry-after', String(secondsWithoutRetryAfter))
  return new Response(response.body, { status: 429, headers })
}

/** Somebody waits for the answer: one retry, about two seconds, and never queued behind a rate limit. */
export function clickOptions(config: SlackConfig): WebClientOptions {
  return {
    ...address(config),
    retryConfig: { retries: 1, minTimeout: 200, maxTimeout: 200 },
    timeout: 2_000,
    rejectRateLimitedCalls: true,
    fetch: patientFetch,
  }
}

/** Only the process waits: a start does not fail because a moment was bad. */
export function startClient(config: SlackConfig): WebClient {
  return new WebClient(config.botToken, {
    ...address(config),
    retryConfig: { retries: 3, factor: 2, minTimeout: 250, maxTimeout: 2_000 },
    timeout: 10_000,
    fetch: patientFetch,
    logger: silentLogger,
  })
}

/** The client for what a person waits for. */
export function clickClient(config: SlackConfig): WebClient {
  return new WebClient(config.botToken, { ...clickOptions(config), logger: silentLogger })
}

/**
 * The client that sends notices. It never repeats a call by itself: chat.postMessage has no idempotency key, so the
 * outbox decides what is safe to send again. Its time-out ends before a doubtful notice has settled.
 */
export function postingClient(config: SlackConfig, settleMs: number): WebClient {
  return new WebClient(config.botToken, {
    ...address(config),
    retryConfig: { retries: 0 },
    timeout: Math.max(100, Math.min(10_000, Math.ceil((settleMs * 2) / 3))),
    rejectRateLimitedCalls: true,
    fetch: patientFetch,
    logger: silentLogger,
  })
}

/** Opening a socket is tried until it succeeds: giving up would end the process (socket-mode 3.1). */
export function socketOptions(config: SlackConfig): WebClientOptions {
  return {
    ...address(config),
    retryConfig: { forever: true, retries: 100, factor: 1.5, minTimeout: 500, maxTimeout: 10_000 },
    timeout: 10_000,
    fetch: patientFetch,
  }
}

function address({ apiUrl }: SlackConfig): Pick<WebClientOptions, 'slackApiUrl'> {
  return apiUrl === undefined ? {} : { slackApiUrl: apiUrl }
}
