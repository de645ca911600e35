import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deliverEvent } from '../../../src/sandbox/events.ts'
import { deliverByHttp, verifyUrl } from '../../../src/sandbox/transport/http-mode.ts'
import { startSandbox, type Sandbox } from '../../../src/sandbox/sandbox.ts'
import { bareHttpBot, type Request } from '../bare-http-bot.ts'

const anna = 'U0ANNA'
const signingSecret = 'a-signing-secret'
const event = { type: 'event_callback', event: { type: 'app_home_opened', user: 'Ümläut' } }
const payloadOf = ({ body }: Request): unknown => JSON.parse(new URLSearchParams(body).get('payload') ?? '')

/** The signature as Slack's documentation describes it. */
function signatureOf({ headers, body }: Request, secret: string): string {
  const base = ['v0', headers['x-slack-request-timestamp'], body].join(':')
  return 'v0=' + createHmac('sha256', secret).update(base, 'utf8').digest('hex')
}

describe('HTTP mode', () => {
  let slack: Sandbox
  beforeAll(async () => {
    slack = await startSandbox()
  })
  afterAll(() => slack.stop())

  it('signs every request, now', async () => {
    await using bot = await bareHttpBot((response) => response.end())
    const before = Math.floor(Date.now() / 1000)
    await deliverByHttp(
      { type: 'events_api', payload: event, acceptsResponse: false },
      { ...bot, signingSecret },
    )
    const [request] = bot.requests
    if (!request) throw new Error('no request')
    expect(request.headers['x-slack-signature']).toBe(signatureOf(request, signingSecret))
    expect(request.headers['x-slack-signature']).not.toBe(signatureOf(request, 'another-secret'))
    const signed = Number(request.headers['x-slack-request-timestamp'])
    expect(signed).toBeGreaterThanOrEqual(before)
    expect(signed).toBeLessThanOrEqual(Date.now() / 1000)
    expect(request.headers['content-type']).toBe('application/json')
    expect(JSON.parse(request.body)).toEqual(event)
  })

  it('sends commands as a form, and shows what is answered', async () => {
    await using bot = await bareHttpBot((response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"text":"Acme is new"}')
    })
    slack.deliverTo(bot.url)
    await slack.as(anna).command('/lead', 'Acme & Söhne', 'C0LEADS')
    const fields = new URLSearchParams(bot.requests[0]?.body)
    expect(Object.fromEntries(fields)).toMatchObject({
      command: '/lead',
      text: 'Acme &amp; Söhne',
      user_id: anna,
    })
    expect(slack.ephemerals(anna).at(-1)?.text).toBe('Acme is new')
  })

  it('sends what is clicked as a form with one payload', async () => {
    await using bot = await bareHttpBot((response) => response.end())
    slack.deliverTo(bot.url)
    await slack.as(anna).shortcut('new-lead')
    const [request] = bot.requests
    if (!request) throw new Error('no request')
    expect(request.headers['x-slack-signature']).toBe(signatureOf(request, slack.signingSecret))
    expect(payloadOf(request)).toMatchObject({
      type: 'shortcut',
      callback_id: 'new-lead',
      user: { id: anna },
    })
  })

  it('tells an event again, and says why', async () => {
    await using bot = await bareHttpBot((response, _, count) => {
      response.writeHead(count === 1 ? 500 : 200).end()
    })
    const deliver = (envelope: Parameters<typeof deliverByHttp>[0]) =>
      deliverByHttp(envelope, { ...bot, signingSecret })
    await deliverEvent(deliver, event)
    expect(bot.requests.map(({ headers }) => headers['x-slack-retry-num'])).toEqual([undefined, '1'])
    expect(bot.requests[1]?.headers['x-slack-retry-reason']).toBe('http_error')
  })

  it('does not tell an event again to a bot that forbids it', async () => {
    await using bot = await bareHttpBot((response) =>
      response.writeHead(500, { 'x-slack-no-retry': '1' }).end(),
    )
    slack.deliverTo(bot.url)
    await expect(slack.as(anna).home()).rejects.toMatchObject({ code: 'dispatch_failed' })
    expect(bot.requests).toHaveLength(1)
  })

  it('fails when nobody is there, and never tries a click again', async () => {
    await using bot = await bareHttpBot((response) => response.writeHead(404).end())
    slack.deliverTo(bot.url)
    await expect(slack.as(anna).shortcut('x')).rejects.toMatchObject({ code: 'dispatch_failed' })
    expect(bot.requests).toHaveLength(1)
    slack.deliverTo('http://127.0.0.1:9/slack/events')
    await expect(slack.as(anna).shortcut('x')).rejects.toMatchObject({ code: 'dispatch_failed' })
  })

  it('waits three seconds', async () => {
    await using bot = await bareHttpBot(() => undefined)
    slack.deliverTo(bot.url)
    const began = performance.now()
    await expect(slack.as(anna).shortcut('x')).rejects.toMatchObject({ code: 'operation_timeout' })
    expect(Math.round((performance.now() - began) / 1000)).toBe(3)
    expect(bot.requests).toHaveLength(1)
  })

  it.each([
    ['gives the challenge back as text', (challenge: string) => challenge, true],
    ['gives the challenge back as JSON', (challenge: string) => JSON.stringify({ challenge }), true],
    ['answers anything else', () => 'ok', false],
  ])('accepts a request URL or not: one that %s', async (_what, answer, isAccepted) => {
    await using bot = await bareHttpBot((response, { body }) => {
      const { challenge } = JSON.parse(body) as { challenge: string }
      response.end(answer(challenge))
    })
    expect(await verifyUrl({ ...bot, signingSecret })).toBe(isAccepted)
    expect(bot.requests[0]?.headers['x-slack-signature']).toBeDefined()
  })
})
