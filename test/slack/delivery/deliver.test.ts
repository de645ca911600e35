import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { acceptLead } from '../../../src/flows/handoff/accept-lead.ts'
import { receiveLeads } from '../../../src/flows/intake/receive-leads.ts'
import type { Deps } from '../../../src/ports/deps.ts'
import { postingClient } from '../../../src/slack/connection/clients.ts'
import { startDelivery, type Delivery } from '../../../src/slack/delivery/deliver.ts'
import { engines } from '../../support/database.ts'
import { openDesk, roundIdOf, type Desk } from '../../support/desk.ts'
import { eventually } from '../../support/patience.ts'
import { scriptedSlack } from '../scripted-slack.ts'

const settleMs = 300
const perSecond = 200

describe.each(engines)('delivery on $name', (engine) => {
  let desk: Desk
  let deps: Deps
  let slack: Awaited<ReturnType<typeof scriptedSlack>>
  let delivery: Delivery | null = null

  beforeEach(async () => {
    slack = await scriptedSlack()
    desk = await openDesk(engine)
    const began = performance.now()
    const base = desk.deps.now().getTime()
    deps = { ...desk.deps, now: () => new Date(base + performance.now() - began) }
  })
  afterEach(async () => {
    await delivery?.stop()
    delivery = null
    slack.stop()
    await desk[Symbol.asyncDispose]()
  })

  const start = (postsPerSecond = perSecond, settlesIn = settleMs): void => {
    const client = postingClient({ botToken: 'xoxb-test', apiUrl: slack.apiUrl }, settlesIn)
    const { outbox } = desk
    const log = pino({ level: 'silent' })
    const options = { outbox, deps, client, log, postsPerSecond }
    delivery = startDelivery({ ...options, settleMs: settlesIn, owner: 'test' })
  }
  const arrive = (count: number) =>
    receiveLeads(deps, {
      leads: Array.from({ length: count }, (_, index) => ({
        source: 'website',
        externalId: `L${index}`,
        details: { company: `Company ${index}`, attributes: {} },
        qualified: true,
      })),
    })
  const settled = () => eventually(async () => expect((await desk.outbox.counts()).waiting).toBe(0))
  const posts = () => slack.messages.filter((message) => message.method === 'chat.postMessage')
  const companies = () => posts().map(({ args }) => /Company \d+/.exec(args.get('text') ?? '')?.[0])

  it('posts every lead once and in order', async () => {
    await arrive(5)
    start()
    await settled()
    expect(companies()).toEqual([0, 1, 2, 3, 4].map((index) => `Company ${index}`))
  })

  it('keeps to the agreed number of posts a second in one channel', async () => {
    await arrive(5)
    start(10)
    await settled()
    const times = slack.calls.filter(({ method }) => method === 'chat.postMessage').map(({ at }) => at)
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThan(95)
  })

  it('waits as long as Slack asks when it is too fast, and keeps the order', async () => {
    slack.plan('chat.postMessage', { does: 'limit', seconds: '1' })
    await arrive(2)
    start()
    await settled()
    expect(companies()).toEqual(['Company 0', 'Company 1'])
    const [first, second] = slack.calls.filter(({ method }) => method === 'chat.postMessage')
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(950)
  })

  it.each([
    ['was a server error', { does: 'lose', status: 500, body: 'oops' }],
    ['was a page instead of JSON', { does: 'lose', status: 200, body: '<html>' }],
    ['was empty', { does: 'lose', status: 200, body: '' }],
    ['was an internal error', { does: 'lose', status: 200, body: '{"ok":false,"error":"internal_error"}' }],
    ['never came', { does: 'break', stored: true }],
  ] as const)('does not post a lead twice when the answer %s', async (_, fate) => {
    slack.plan('chat.postMessage', fate)
    await arrive(2)
    start()
    await settled()
    expect(companies()).toEqual(['Company 0', 'Company 1'])
  })

  it('sends a post again that was lost on the way', async () => {
    slack.plan('chat.postMessage', { does: 'break', stored: false })
    await arrive(2)
    start()
    await settled()
    expect(companies()).toEqual(['Company 0', 'Company 1'])
    expect((await desk.outbox.counts()).failed).toBe(0)
  })

  it('repeats a doubtful post and says so where Slack does not let it look', async () => {
    slack.plan('chat.postMessage', { does: 'break', stored: true })
    slack.plan('conversations.history', { does: 'refuse', error: 'missing_scope' })
    await arrive(1)
    start()
    await settled()
    const [first, second, ...more] = posts().map(({ args }) => args.get('text') ?? '')
    expect(more).toEqual([])
    expect(second).toContain(first ?? 'the card')
    expect(second).not.toBe(first)
  })

  it('looks again when looking failed, before it sends anything', async () => {
    slack.plan('chat.postMessage', { does: 'break', stored: true })
    slack.plan('conversations.history', { does: 'limit', seconds: '1' })
    await arrive(1)
    start()
    await settled()
    expect(posts()).toHaveLength(1)
  })

  it.each([
    { clock: 'right', ahead: 0, behindSlack: 0 },
    { clock: 'a month ahead, and put right since', ahead: 30 * 24 * 3_600_000, behindSlack: 0 },
    { clock: 'ten minutes ahead of Slack’s', ahead: 0, behindSlack: 600_000 },
  ])('finds what a process posted before it died, its clock $clock', async ({ ahead, behindSlack }) => {
    await arrive(1)
    const [posted, begun] = [deps.now().getTime() - behindSlack, new Date(deps.now().getTime() + ahead)]
    const lost = await desk.outbox.claim({ now: begun, owner: 'dead', leaseMs: 50 })
    const metadata = { event_type: 'baton_notice', event_payload: { notice_id: lost?.id } }
    const args = new URLSearchParams({ text: 'the card', metadata: JSON.stringify(metadata) })
    slack.messages.push({ ts: (posted / 1000).toFixed(6), method: 'chat.postMessage', args })
    start()
    await settled()
    expect(posts()).toHaveLength(1)
  })

  it('locks the card and goes on in its thread', async () => {
    const [lead] = await arrive(1)
    start()
    await settled()
    await acceptLead(deps, { handoffId: await roundIdOf(deps, lead?.leadId), userId: 'U0ANNA' })
    delivery?.nudge()
    await settled()
    const card = posts()[0]?.ts
    expect(
      slack.messages.map(({ method, ts, args }) => [
        method,
        method === 'chat.update' ? ts : args.get('thread_ts'),
      ]),
    ).toEqual([
      ['chat.postMessage', null],
      ['chat.update', card],
      ['chat.postMessage', card],
    ])
  })

  it('draws a card again whose update may still land, but not before that has settled', async () => {
    slack.plan('chat.update', { does: 'break', stored: true })
    const [lead] = await arrive(1)
    start(perSecond, 3000)
    await settled()
    await acceptLead(deps, { handoffId: await roundIdOf(deps, lead?.leadId), userId: 'U0ANNA' })
    delivery?.nudge()
    await settled()
    const [first, second, ...more] = slack.calls.filter(({ method }) => method === 'chat.update')
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(2990)
    expect(more).toEqual([])
  })

  it('keeps what Slack will never take as failed, and goes on with the next', async () => {
    slack.plan('chat.postMessage', { does: 'refuse', error: 'invalid_blocks' })
    await arrive(2)
    start()
    await settled()
    expect(companies()).toEqual(['Company 1'])
    expect((await desk.outbox.counts()).failed).toBe(1)
  })

  it('finishes what it is sending when it stops, and takes nothing new', async () => {
    await arrive(3)
    start(1)
    await eventually(() => expect(posts().length).toBeGreaterThan(0))
    await delivery?.stop()
    const { waiting } = await desk.outbox.counts()
    expect(posts().length + waiting).toBe(3)
  })
})
