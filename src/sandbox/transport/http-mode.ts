import { createHmac, randomUUID } from 'node:crypto'
import { NotDelivered } from './not-delivered.ts'
import type { Envelope } from './socket-mode.ts'

/** Where the app takes signed requests, and the secret they are signed with. */
export interface RequestUrl {
  url: string
  signingSecret: string
}

const ackMs = 3000
const form = 'application/x-www-form-urlencoded'

/**
 * Delivers an envelope as a signed HTTP request, as Slack does without Socket Mode, and gives back the body of the
 * answer.
 * @throws NotDelivered when the bot does not answer 200 within 3 s
 */
export async function deliverByHttp(
  { type, payload, retry }: Envelope,
  target: RequestUrl,
): Promise<Record<string, unknown> | undefined> {
  const again: Record<string, string> = retry
    ? { 'x-slack-retry-num': String(retry.attempt), 'x-slack-retry-reason': retry.reason }
    : {}
  const response = await post(encode(type, payload), target, again)
  const text = await response.text()
  if (!response.ok) {
    const reason = response.headers.get('x-slack-no-retry') === '1' ? null : 'http_error'
    throw new NotDelivered('dispatch_failed', `the bot answered ${response.status} to ${type}`, reason)
  }
  if (!response.headers.get('content-type')?.includes('json')) return text ? { text } : undefined
  return JSON.parse(text) as Record<string, unknown>
}

/** Asks the app to give back a challenge, as Slack does before it accepts a request URL. */
export async function verifyUrl(target: RequestUrl): Promise<boolean> {
  const challenge = randomUUID()
  const body = JSON.stringify({ type: 'url_verification', challenge, token: 'sandbox-verification-token' })
  const response = await post({ body, contentType: 'application/json' }, target)
  return response.ok && (await response.text()).includes(challenge)
}

interface Encoded {
  body: string
  contentType: string
}

async function post(
  { body, contentType }: Encoded,
  { url, signingSecret }: RequestUrl,
  more: Record<string, string> = {},
): Promise<Response> {
  const timestamp = String(Math.floor(Date.now() / 1000))
  const signature = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')
  const headers = {
    'content-type': contentType,
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': `v0=${signature}`,
    ...more,
  }
  try {
    return await fetch(url, { method: 'POST', body, headers, signal: AbortSignal.timeout(ackMs) })
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'TimeoutError'
    throw isLate
      ? new NotDelivered(
          'operation_timeout',
          `the bot did not answer at ${url} within 3 seconds`,
          'http_timeout',
        )
      : new NotDelivered('dispatch_failed', `nobody answers at ${url}: ${String(error)}`, 'connection_failed')
  }
}

function encode(type: Envelope['type'], payload: object): Encoded {
  if (type === 'events_api') return { body: JSON.stringify(payload), contentType: 'application/json' }
  const fields: [string, string][] =
    type === 'interactive'
      ? [['payload', JSON.stringify(payload)]]
      : Object.entries(payload).map(([key, value]) => [key, String(value)])
  return { body: new URLSearchParams(fields).toString(), contentType: form }
}
