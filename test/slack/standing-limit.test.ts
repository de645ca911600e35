import { WebClient } from '@slack/web-api'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { receiveLeads } from '../../src/flows/intake/receive-leads.ts'
import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts'
import { sharedChannels } from '../../src/slack/drawing/channels.ts'
import { clickOptions, postingClient, socketOptions } from '../../src/slack/connection/clients.ts'
import { failureOf } from '../../src/slack/delivery/send-failure.ts'
import { record } from '../../src/slack/delivery/record-attempt.ts'
import { sendNotice } from '../../src/slack/delivery/send-notice.ts'
import { engines } from '../support/database.ts'
import { openDesk } from '../support/desk.ts'
import { aReceivedLead } from '../support/leads.ts'

const settleMs = 3_000

/** What Slack says, and the seconds that must pass at least before the next call in that channel. */
const words: [retryAfter: string, seconds: number][] = [
  ['0', 0],
  ['-5', 0],
  ['-1000000000', 0],
  ['1.5', 1.5],
  ['2.000001', 2.000001],
  ['', 0],
  ['soon', 0],
  ['7, 3', 7],
  ['1e9', 3_600],
  ['1000000000', 3_600],
  ['9'.repeat(30), 3_600],
  ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
  ['Fri, 01 Jan 2100 00:00:00 GMT', 3_600],
]

describe.each(engines)('while Slack refuses every post, on $name', (engine) => {
  let slack: Sandbox
  let now = new Date('2026-11-18T08:03:00Z')
  beforeEach(async () => {
    slack = await startSandbox({ postsPerSecond: 1_000, now: () => now })
  })
  afterEach(() => slack.stop())

  /** Delivers until nothing waits, by a clock that jumps to whatever is due next. */
  async function deliverAll(leads: number, postsPerSecond: number): Promise<void> {
    await using desk = await openDesk(engine, now)
    const deps = { ...desk.deps, now: () => now }
    const client = postingClient({ botToken: slack.botToken, apiUrl: slack.apiUrl }, settleMs)
    const channels = sharedChannels({ client, now: deps.now })
    const all = Array.from({ length: leads }, (_, index) => {
      const details = { email: `lead${index}@example.com`, attributes: {} }
      return aReceivedLead({ externalId: `L${index}`, details, qualified: true })
    })
    await receiveLeads(deps, { leads: all })
    for (let due = await desk.outbox.nextDueAt(); due; due = await desk.outbox.nextDueAt()) {
      now = new Date(Math.max(now.getTime(), due.getTime()))
      const notice = await desk.outbox.claim({ now, owner: 'test', leaseMs: 60_000 })
      if (!notice) throw new Error('something is due and can’t be had')
      const access = { deps, client, channels, mostPreparationMs: 60_000 }
      const attempt = await sendNotice(notice, access, performance.now())
      await record(notice, attempt, { outbox: desk.outbox, deps, postsPerSecond, settleMs })
    }
  }

  it('posts keep the pace and wait as long as they are told to, within the hour, and all arrive', async () => {
    const [leads, pace] = [3, 2]
    for (const [retryAfter] of words)
      slack.faults.add({ kind: 'rate-limit', method: 'chat.postMessage', retryAfter })
    await deliverAll(leads, 1 / pace)
    const tried = slack.log.flatMap((call) =>
      call.kind === 'call' && call.method === 'chat.postMessage' ? [call.at.getTime() / 1000] : [],
    )
    expect(tried).toHaveLength(leads + words.length)
    const gaps = tried.slice(1).map((at, index) => at - (tried[index] ?? 0))
    const wrong = gaps.filter((gap, index) => {
      const [, seconds = 0] = words[index] ?? []
      return gap < Math.max(pace, seconds) || gap > 3_600
    })
    expect(wrong).toEqual([])
    expect(slack.messages('C0LEADS')).toHaveLength(leads)
  })
})

describe('each client', () => {
  let slack: Sandbox
  beforeEach(async () => {
    slack = await startSandbox()
  })
  afterEach(() => slack.stop())
  const config = () => ({ botToken: slack.botToken, apiUrl: slack.apiUrl })

  it.each(words)(
    'hears a limit that says “%s” as one to wait for, with a time that a timer can count',
    async (retryAfter) => {
      const clients = [
        new WebClient(slack.botToken, clickOptions(config())),
        postingClient(config(), settleMs),
        // By itself this one would sleep; here only what it understood matters.
        new WebClient(slack.botToken, { ...socketOptions(config()), rejectRateLimitedCalls: true }),
      ]
      for (const client of clients) {
        slack.faults.add({ kind: 'rate-limit', retryAfter })
        const failure = failureOf(await client.auth.test().catch((error: unknown) => error))
        if (failure.kind !== 'later') throw new Error(`it is ${failure.kind}`)
        expect(failure.seconds).toBeGreaterThanOrEqual(1)
        expect((failure.seconds ?? NaN) * 1_000).toBeLessThan(2 ** 31)
      }
    },
  )

  it('that waits for Slack by itself asks again within a minute', async () => {
    slack.faults.add({ kind: 'rate-limit', retryAfter: '1e9' })
    const client = new WebClient(slack.botToken, { ...socketOptions(config()), rejectRateLimitedCalls: true })
    const failure = failureOf(await client.auth.test().catch((error: unknown) => error))
    expect(failure).toMatchObject({ kind: 'later', seconds: 60 })
  })
})
