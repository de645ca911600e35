import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { postingClient } from '../../../src/slack/connection/clients.ts'
import { findPosted } from '../../../src/slack/delivery/find-doubtful.ts'
import { noticeMetadata } from '../../../src/slack/ids.ts'
import { scriptedSlack } from '../scripted-slack.ts'

const which = { noticeId: 'n-1', fileName: null, channel: 'C0LEADS', threadTs: null, since: null }
const lost = { ...which, until: Infinity }
const marked = (ts: string, id: string, event = noticeMetadata) => ({
  ts,
  metadata: { event_type: event, event_payload: { notice_id: id } },
})

describe('looking for a post whose answer was lost', () => {
  let slack: Awaited<ReturnType<typeof scriptedSlack>>
  beforeEach(async () => void (slack = await scriptedSlack()))
  afterEach(() => slack.stop())

  const find = (changes: Partial<Parameters<typeof findPosted>[1]> = {}) =>
    findPosted(postingClient({ botToken: 'xoxb-test', apiUrl: slack.apiUrl }, 3_000), { ...lost, ...changes })
  const history = (...messages: unknown[]) => slack.knows.set('conversations.history', () => ({ messages }))

  it('finds the one that carries its id', async () => {
    history(marked('3.1', 'n-2'), marked('2.1', 'n-1'), { ts: '1.1' })
    expect(await find()).toEqual({ kind: 'found', ts: '2.1' })
  })

  it('takes no other notice of Baton for it, nor a like mark of another app', async () => {
    history(marked('3.1', 'n-2'), marked('2.1', 'n-1', 'other_event'), {
      ts: '1.1',
      files: [{ name: 'a.csv' }],
    })
    expect(await find()).toEqual({ kind: 'missing' })
  })

  it('finds a file by its name, in its thread', async () => {
    const files = [{ name: '2026-W47.csv' }]
    slack.knows.set('conversations.replies', (args) => ({
      messages:
        args.get('ts') === '9.1'
          ? [
              { ts: '9.2', files: [{ name: 'other.csv' }] },
              { ts: '9.3', files },
            ]
          : [],
    }))
    expect(await find({ fileName: '2026-W47.csv', threadTs: '9.1' })).toEqual({ kind: 'found', ts: '9.3' })
    expect(await find({ fileName: '2026-W48.csv', threadTs: '9.1' })).toEqual({ kind: 'missing' })
  })

  it('reads on to the last page, and not for ever', async () => {
    slack.knows.set('conversations.history', (args) =>
      args.get('cursor') === 'two'
        ? { messages: [marked('1.1', 'n-1')] }
        : { messages: [marked('2.1', 'n-2')], response_metadata: { next_cursor: 'two' } },
    )
    expect(await find()).toEqual({ kind: 'found', ts: '1.1' })
    slack.knows.set('conversations.history', () => ({
      messages: [],
      response_metadata: { next_cursor: 'on' },
    }))
    expect(await find()).toEqual({ kind: 'blind' })
  })

  it('reads one page however little time there is, and no further one when it is over', async () => {
    const pages = (next: string | null) =>
      slack.knows.set('conversations.history', (args) =>
        args.get('cursor') === null
          ? { messages: [], response_metadata: { next_cursor: next } }
          : { messages: [marked('1.1', 'n-1')] },
      )
    pages('two')
    expect(await find({ until: performance.now() })).toEqual({ kind: 'blind' })
    expect(await find({ until: performance.now() + 60_000 })).toEqual({ kind: 'found', ts: '1.1' })
    history(marked('1.1', 'n-1'))
    expect(await find({ until: performance.now() })).toEqual({ kind: 'found', ts: '1.1' })
  })

  it('looks from a quarter of an hour before it was begun: clocks differ', async () => {
    const asked: (string | null)[] = []
    slack.knows.set('conversations.history', (args) => {
      asked.push(args.get('oldest'))
      return { messages: [] }
    })
    await find({ since: new Date('2026-11-18T08:15:00Z') })
    await find()
    expect(asked).toEqual([`${Date.parse('2026-11-18T08:00:00Z') / 1000}.000000`, null])
  })

  it.each(['missing_scope', 'not_in_channel', 'channel_not_found'])(
    'is blind where Slack says %s',
    async (error) => {
      slack.plan('conversations.history', { does: 'refuse', error })
      expect(await find()).toEqual({ kind: 'blind' })
    },
  )

  it('asks nothing of a direct message, and passes other errors on', async () => {
    expect(await find({ channel: 'U0ANNA' })).toEqual({ kind: 'blind' })
    expect(slack.calls).toEqual([])
    slack.plan('conversations.history', { does: 'refuse', error: 'invalid_auth' })
    await expect(find()).rejects.toThrow('invalid_auth')
  })
})
