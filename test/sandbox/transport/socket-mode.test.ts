import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { deliverEvent } from '../../../src/sandbox/events.ts'
import { timed } from '../../support/bare-answers.ts'
import { startSandbox, type Sandbox } from '../../../src/sandbox/sandbox.ts'
import { bareBot, socketUrl, type Received } from '../bare-bot.ts'

const anna = 'U0ANNA'
const event = { type: 'event_callback', event: { type: 'app_home_opened' } }

describe('socket mode', () => {
  let slack: Sandbox
  beforeEach(async () => {
    slack = await startSandbox()
  })
  afterEach(() => slack.stop())

  it('says hello, and how many connections there are', async () => {
    const [first, second] = [await bareBot(slack), await bareBot(slack)]
    expect(first.received).toMatchObject([{ type: 'hello', num_connections: 1 }])
    expect(second.received).toMatchObject([{ type: 'hello', num_connections: 2 }])
  })

  it('tells its page of a connection that came, and of one that went', async () => {
    const page = await fetch(`${slack.url}/page/changes`)
    const news = page.body?.values()
    const heard = async () => new TextDecoder().decode((await news?.next())?.value)
    expect(await heard()).toContain('changed')
    const url = await socketUrl(slack)
    expect(await heard()).toContain('changed')
    const socket = new WebSocket(url)
    await once(socket, 'open')
    expect(await heard()).toContain('changed')
    socket.terminate()
    expect(await heard()).toContain('changed')
    await news?.return?.()
  })

  it('hands each envelope to one of several connections', async () => {
    const bots = await Promise.all([1, 2, 3].map(() => bareBot(slack, () => ({}))))
    for (let n = 0; n < 6; n++) await slack.as(anna).command('/lead', String(n))
    const all = bots.flatMap((bot) => bot.envelopes().map(({ payload }) => String(payload?.['text'])))
    expect(all.toSorted()).toEqual(['0', '1', '2', '3', '4', '5'])
    expect(bots.map((bot) => bot.envelopes().length)).toEqual([2, 2, 2])
  })

  it('takes the answer to a command from its ack', async () => {
    const bot = await bareBot(slack, () => ({ text: 'Acme is new' }))
    await slack.as(anna).command('/lead', 'Acme', 'C0LEADS')
    expect(bot.envelopes()).toMatchObject([
      { type: 'slash_commands', accepts_response_payload: true, payload: { command: '/lead', text: 'Acme' } },
    ])
    expect(slack.ephemerals(anna)).toMatchObject([{ text: 'Acme is new', channel: 'C0LEADS' }])
  })

  it('refuses the eleventh connection', async () => {
    const bots = await Promise.all(Array.from({ length: 10 }, () => bareBot(slack)))
    const eleventh = await bareBot(slack)
    expect(eleventh.received).toMatchObject([{ type: 'disconnect', reason: 'too_many_websockets' }])
    expect(slack.sockets.count()).toBe(10)
    expect(bots.every(({ received }) => received[0]?.type === 'hello')).toBe(true)
    await once(eleventh.socket, 'close')
  })

  it.each(['refresh_requested', 'link_disabled'] as const)('hangs up with %s', async (reason) => {
    const bot = await bareBot(slack)
    slack.sockets.disconnect(reason)
    expect(slack.sockets.count()).toBe(0)
    await once(bot.socket, 'close')
    expect(bot.received.at(-1)).toMatchObject({ type: 'disconnect', reason })
  })

  it('warns, and goes on', async () => {
    const bot = await bareBot(slack, () => ({}))
    slack.sockets.disconnect('warning')
    await slack.as(anna).command('/lead')
    expect(bot.received.map(({ type }) => type)).toEqual(['hello', 'disconnect', 'slash_commands'])
  })

  it('takes an ack that comes after the wish to hang up', async () => {
    const bot = await bareBot(slack)
    const command = slack.as(anna).command('/lead')
    const [envelope] = await slack.waitFor(() => (bot.envelopes().length ? bot.envelopes() : undefined), 'it')
    slack.sockets.disconnect('refresh_requested')
    await new Promise((done) => setTimeout(done, 200))
    bot.socket.send(JSON.stringify({ envelope_id: envelope?.envelope_id }))
    await expect(command).resolves.toBeUndefined()
  })

  it('ignores what is no ack', async () => {
    const bot = await bareBot(slack, () => ({}))
    bot.socket.send('{ not JSON')
    bot.socket.send('{"envelope_id":"made up"}')
    await slack.as(anna).command('/lead')
    expect(bot.envelopes()).toHaveLength(1)
  })

  it('fails at once when no bot is connected', async () => {
    await expect(slack.as(anna).command('/lead')).rejects.toMatchObject({
      name: 'NotDelivered',
      code: 'dispatch_failed',
    })
    expect(slack.log).toMatchObject([{ type: 'slash_commands', problem: 'no bot is connected' }])
  })

  it('waits three seconds for an ack; then it tries an event again, and never a click', async () => {
    const isRepeated = ({ retry_attempt: attempt }: Received) => Number(attempt) > 0
    const bot = await bareBot(slack, (envelope) => (isRepeated(envelope) ? {} : null))
    let pings = 0
    bot.socket.on('ping', () => (pings += 1))
    const { given, wholeMs, ms } = await timed(() =>
      Promise.allSettled([slack.as(anna).shortcut('anything'), deliverEvent(slack.sockets.deliver, event)]),
    )
    const [click] = given
    expect(wholeMs).toBeGreaterThan(2_990)
    expect(ms).toBeLessThan(3_500)
    expect(click).toMatchObject({ status: 'rejected', reason: { code: 'operation_timeout' } })
    expect(bot.envelopes()).toMatchObject([
      { type: 'interactive' },
      { type: 'events_api', retry_attempt: 0, retry_reason: '' },
      { type: 'events_api', retry_attempt: 1, retry_reason: 'timeout' },
    ])
    expect(bot.envelopes()[0]).not.toHaveProperty('retry_attempt')
    expect(pings).toBeGreaterThan(0)
  })
})
