import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api'
import { describe, expect, it } from 'vitest'
import { failureOf } from '../../../src/slack/delivery/send-failure.ts'

const answer = (error: string) => new WebAPIPlatformError({ ok: false, error })
const request = (code: string) =>
  new WebAPIRequestError(new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code }) }))

describe('what a failed call means for a notice', () => {
  it.each([
    ['a rate limit', new WebAPIRateLimitedError(7), 'later'],
    ['a rate limit told in the body', answer('ratelimited'), 'later'],
    ['a token that an operator must replace', answer('token_revoked'), 'later'],
    ['nobody listening', request('ECONNREFUSED'), 'later'],
    ['a name that does not resolve', request('ENOTFOUND'), 'later'],
    ['a proxy that forbids it', new WebAPIHTTPError(403, 'Forbidden', {}), 'later'],
    ['a connection that broke', request('ECONNRESET'), 'doubtful'],
    ['a time-out', new WebAPIRequestError(new DOMException('late', 'TimeoutError')), 'doubtful'],
    ['a server error', new WebAPIHTTPError(503, 'Unavailable', {}), 'doubtful'],
    ['a page instead of JSON', answer('<html>Oh no</html>'), 'doubtful'],
    ['an empty body', answer(''), 'doubtful'],
    ['an internal error of Slack', answer('internal_error'), 'doubtful'],
    ['an error nobody foresaw', new TypeError('cannot read'), 'doubtful'],
    ['a channel that is gone', answer('channel_not_found'), 'never'],
    ['a channel the bot is not in', answer('not_in_channel'), 'never'],
    ['an archived channel', answer('is_archived'), 'never'],
    ['blocks Slack does not accept', answer('invalid_blocks'), 'never'],
  ])('%s', (_, error, kind) => {
    expect(failureOf(error).kind).toBe(kind)
  })

  it('waits as long as Slack asks', () => {
    expect(failureOf(new WebAPIRateLimitedError(7))).toMatchObject({ seconds: 7 })
  })

  it('tells an error nobody foresaw without its message, which may hold personal data', () => {
    const { error } = failureOf(new TypeError('jane@example.com is not a function'))
    expect(error).toMatch(/^TypeError at \S+:\d+$/)
  })
})
