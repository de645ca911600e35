import { WebClient, type FetchFunction, type WebClientOptions } from '@slack/web-api'
import { longestPauseMs } from '../../ports/outbox.ts'
import { silentLogger } from './bolt-logger.ts'
import { withPlainRetryAfter } from '../delivery/retry-after.ts'
import type { SlackConfig } from './slack-config.ts'

/** What waits for Slack by itself asks again after this many seconds, even when it was told to wait longer. */
const longestOwnWait = 60

/** Adds a limit of time to calls that have none, and puts right what a 429 says about when to ask again. */
function patientFetch(longestWait: number): FetchFunction {
  return async (url, init) => {
    const response = await fetch(url, { ...init, signal: init?.signal ?? AbortSignal.timeout(3_000) })
    return withPlainRetryAfter(response, longestWait)
  }
}

/** Somebody waits for the answer: one retry, about two seconds, and never queued behind a rate limit. */
export function clickOptions(config: SlackConfig): WebClientOptions {
  return {
    ...address(config),
    retryConfig: { retries: 1, minTimeout: 200, maxTimeout: 200 },
    timeout: 2_000,
    rejectRateLimitedCalls: true,
    fetch: patientFetch(longestOwnWait),
  }
}

/** Only the process waits: a start does not fail because a moment was bad. */
export function startClient(config: SlackConfig): WebClient {
  return new WebClient(config.botToken, {
    ...address(config),
    retryConfig: { retries: 3, factor: 2, minTimeout: 250, maxTimeout: 2_000 },
    timeout: 10_000,
    fetch: patientFetch(longestOwnWait),
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
    fetch: patientFetch(longestPauseMs / 1000),
    logger: silentLogger,
  })
}

/** Opening a socket is tried until it succeeds: giving up would end the process (socket-mode 3.1). */
export function socketOptions(config: SlackConfig): WebClientOptions {
  return {
    ...address(config),
    retryConfig: { forever: true, retries: 100, factor: 1.5, minTimeout: 500, maxTimeout: 10_000 },
    timeout: 10_000,
    fetch: patientFetch(longestOwnWait),
  }
}

function address({ apiUrl }: SlackConfig): Pick<WebClientOptions, 'slackApiUrl'> {
  return apiUrl === undefined ? {} : { slackApiUrl: apiUrl }
}
