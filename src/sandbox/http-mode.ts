import { createHmac } from 'node:crypto'
import type { Envelope } from './socket-mode.ts'

/**
 * Delivers an envelope as a signed HTTP request, as Slack does without Socket Mode, and gives back the body of the
 * answer.
 * @throws Error when the bot does not answer 200 within 3 s
 */
export async function deliverByHttp(
  { type, payload }: Envelope,
  { url, signingSecret, retryAttempt }: { url: string; signingSecret: string; retryAttempt?: number },
): Promise<Record<string, unknown> | undefined> {
  const { body, contentType } = encode(type, payload)
  const timestamp = String(Math.floor(Date.now() / 1000))
  const signature = `v0=${createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')}`
  const response = await fetch(url, {
    method: 'POST',
    body,
    headers: {
      'content-type': contentType,
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': signature,
      ...(retryAttempt && {
        'x-slack-retry-num': String(retryAttempt),
        'x-slack-retry-reason': 'http_timeout',
      }),
    },
    signal: AbortSignal.timeout(3000),
  })
  const text = await response.text()
  if (!response.ok)
    throw new Error(`the bot answered ${response.status} to ${type}: Slack would show an error`)
  if (!response.headers.get('content-type')?.includes('json')) return text ? { text } : undefined
  return JSON.parse(text) as Record<string, unknown>
}

function encode(type: Envelope['type'], payload: object): { body: string; contentType: string } {
  const form = 'application/x-www-form-urlencoded'
  if (type === 'events_api') return { body: JSON.stringify(payload), contentType: 'application/json' }
  if (type === 'interactive') {
    return { body: new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), contentType: form }
  }
  const fields = Object.entries(payload).map(([key, value]): [string, string] => [key, String(value)])
  return { body: new URLSearchParams(fields).toString(), contentType: form }
}
