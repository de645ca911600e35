import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { receiveLeads } from '../../../src/flows/intake/receive-leads.ts'
import { sharedChannels } from '../../../src/slack/drawing/channels.ts'
import { postingClient } from '../../../src/slack/connection/clients.ts'
import { sendNotice } from '../../../src/slack/delivery/send-notice.ts'
import { engines } from '../../support/database.ts'
import { openDesk, type Desk } from '../../support/desk.ts'
import { aReceivedLead } from '../../support/leads.ts'
import { scriptedSlack, type Fate } from '../scripted-slack.ts'

const [engine] = engines
/** Claims count as attempts, those of processes that were killed as well. */
const many = 50

interface Began {
  doubtfulSince?: Date | null
  leasedAt?: number
  attempts?: number
}

describe('an attempt to send, after many that came to nothing', () => {
  let desk: Desk
  let slack: Awaited<ReturnType<typeof scriptedSlack>>

  beforeEach(async () => {
    slack = await scriptedSlack()
    if (!engine) throw new Error('no database engine to test on')
    desk = await openDesk(engine)
    await receiveLeads(desk.deps, { leads: [aReceivedLead({ qualified: true })] })
  })
  afterEach(async () => {
    slack.stop()
    await desk[Symbol.asyncDispose]()
  })

  const attempt = async (
    deps = desk.deps,
    { doubtfulSince = null, leasedAt = performance.now(), attempts = many }: Began = {},
  ) => {
    const notice = await desk.outbox.claim({ now: desk.deps.now(), owner: 'one', leaseMs: 10_000 })
    if (!notice) throw new Error('nothing was claimed')
    const client = postingClient({ botToken: 'xoxb-test', apiUrl: slack.apiUrl }, 300)
    const channels = sharedChannels({ client, now: desk.deps.now })
    const access = { deps, client, channels, mostPreparationMs: 3_000 }
    return sendNotice({ ...notice, attempts, doubtfulSince }, access, leasedAt)
  }

  it.each<[string, Fate]>([
    ['is in trouble', { does: 'lose', status: 503, body: '' }],
    ['answers with a page', { does: 'lose', status: 200, body: '<html>' }],
    ['has an error of its own', { does: 'refuse', error: 'internal_error' }],
    ['hangs up', { does: 'break', stored: false }],
    ['wants to be waited for', { does: 'limit', seconds: '1' }],
  ])('waits, and does not give up a card that could not be drawn because Slack %s', async (_what, fate) => {
    slack.plan('conversations.info', fate)
    expect(await attempt()).toMatchObject({ kind: 'later', unsettled: false })
  })

  it.each([
    ['is not begun any more', null, false],
    ['stays in doubt when it was', new Date('2026-11-18T07:59:00Z'), true],
  ])('%s when its lease is too old for a call', async (_what, doubtfulSince, unsettled) => {
    const leasedAt = performance.now() - 3_001
    expect(await attempt(desk.deps, { leasedAt, doubtfulSince })).toMatchObject({ kind: 'later', unsettled })
    expect(slack.messages).toEqual([])
  })

  it('gives up what Baton itself can’t draw, so that the channel goes on', async () => {
    const broken = () => Promise.reject(new TypeError('not a card'))
    const db = { ...desk.deps.db, leads: { ...desk.deps.db.leads, findByHandoff: broken } }
    expect(await attempt({ ...desk.deps, db })).toMatchObject({ kind: 'never' })
  })

  it('gives up nothing for one hiccup of the database, nor while it is away', async () => {
    const { leads, playbooks } = desk.deps.db
    const away = () => Promise.reject(new Error('connection terminated'))
    let asked = 0
    const findByHandoff = (id: string) => ((asked += 1) === 1 ? away() : leads.findByHandoff(id))
    const once = { ...desk.deps.db, leads: { ...leads, findByHandoff } }
    expect(await attempt({ ...desk.deps, db: once })).toMatchObject({ kind: 'later' })
    const down = {
      ...{ ...desk.deps.db, leads: { ...leads, findByHandoff: away } },
      playbooks: { ...playbooks, current: away },
    }
    desk.setClock(new Date(desk.deps.now().getTime() + 11_000))
    expect(await attempt({ ...desk.deps, db: down })).toMatchObject({ kind: 'later' })
  })

  it('does not search for ever what is too far back: it is sent again, and says so', async () => {
    const page = { messages: [], response_metadata: { next_cursor: 'on' } }
    let pages = 0
    slack.knows.set('conversations.history', () => ((pages += 1), page))
    const began = { doubtfulSince: desk.deps.now(), leasedAt: performance.now() - 1_600 }
    expect(await attempt(desk.deps, began)).toMatchObject({ kind: 'sent' })
    expect(pages).toBe(1)
    expect(slack.messages[0]?.args.get('blocks')).toContain('may be a repeat')
  })

  it('reads on for an earlier post at first: what is slow once is rather tried again than doubled', async () => {
    let pages = 0
    slack.knows.set('conversations.history', () =>
      (pages += 1) < 3 ? { messages: [], response_metadata: { next_cursor: 'on' } } : { messages: [] },
    )
    const leasedAt = performance.now() - 1_600
    await attempt(desk.deps, { doubtfulSince: desk.deps.now(), leasedAt, attempts: 9 })
    expect(pages).toBe(3)
  })
})
