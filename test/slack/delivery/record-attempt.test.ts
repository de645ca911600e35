import { describe, expect, it } from 'vitest'
import { receiveLeads } from '../../../src/flows/intake/receive-leads.ts'
import { record } from '../../../src/slack/delivery/record-attempt.ts'
import { engines } from '../../support/database.ts'
import { openDesk } from '../../support/desk.ts'
import { aReceivedLead } from '../../support/leads.ts'

describe.each(engines)('what an attempt means for the next one, on $name', (engine) => {
  it.each([
    ['a minute', 60, 60],
    ['a day, which is an hour to Baton', 86_400, 3_600],
    ['no time at all, which is the pace of the channel', 0, 2],
    ['less than none, which is the pace of the channel', -1e9, 2],
  ])('Slack wants to be left alone for %s', async (_what, asked, seconds) => {
    await using desk = await openDesk(engine)
    const { deps, outbox } = desk
    await receiveLeads(deps, { leads: [aReceivedLead({ qualified: true })] })
    const notice = await outbox.claim({ now: deps.now(), owner: 'one', leaseMs: 10_000 })
    if (!notice) throw new Error('nothing was claimed')
    const attempt = { kind: 'later', error: 'ratelimited', seconds: asked } as const
    await record(notice, attempt, { outbox, deps, postsPerSecond: 1 / 2, settleMs: 1_000 })
    expect(await outbox.nextDueAt()).toEqual(new Date(deps.now().getTime() + seconds * 1000))
  })

  it.each([
    ['refused for good', { kind: 'never', error: 'invalid_blocks' }],
    ['in doubt, and nothing is to be waited for', { kind: 'doubtful', error: 'HTTP 500' }],
  ] as const)(
    'a call that is %s was a call all the same: the next one keeps the pace',
    async (_what, attempt) => {
      await using desk = await openDesk(engine)
      const { deps, outbox } = desk
      const leads = ['a', 'b'].map((name) =>
        aReceivedLead({ externalId: name, qualified: true, details: { email: `${name}@example.com` } }),
      )
      await receiveLeads(deps, { leads })
      const notice = await outbox.claim({ now: deps.now(), owner: 'one', leaseMs: 10_000 })
      if (!notice) throw new Error('nothing was claimed')
      await record(notice, attempt, { outbox, deps, postsPerSecond: 1 / 2, settleMs: 0 })
      expect(await outbox.nextDueAt()).toEqual(new Date(deps.now().getTime() + 2_000))
    },
  )
})
