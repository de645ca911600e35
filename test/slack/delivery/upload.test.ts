import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { postingClient } from '../../../src/slack/connection/clients.ts'
import { upload } from '../../../src/slack/delivery/upload.ts'
import { timed } from '../../support/bare-answers.ts'
import { scriptedSlack, type Fate } from '../scripted-slack.ts'

describe('a file', () => {
  let slack: Awaited<ReturnType<typeof scriptedSlack>>
  const shared = () => slack.calls.filter(({ method }) => method === 'files.completeUploadExternal').length

  beforeEach(async () => {
    slack = await scriptedSlack()
    const place = { file_id: 'F1', upload_url: new URL('/host', slack.apiUrl).href }
    slack.knows.set('files.getUploadURLExternal', () => place)
  })
  afterEach(() => slack.stop())

  const send = ({ attempts = 1, deadline = performance.now() + 5_000 } = {}) => {
    const file = { name: 'week.csv', title: 'The week', bytes: Buffer.from('a,b') }
    const client = postingClient({ botToken: 'xoxb-test', apiUrl: slack.apiUrl }, 300)
    const rendering = { do: 'upload', channel: 'C1', threadTs: '1.2', file } as const
    return upload(rendering, { client, deadline, attempts })
  }

  it('is shared once its bytes are stored', async () => {
    expect(await send()).toEqual({ kind: 'sent', ts: 'F1' })
    expect(slack.calls.map(({ method }) => method)).toEqual([
      'files.getUploadURLExternal',
      'host',
      'files.completeUploadExternal',
    ])
  })

  it.each<[string, string, Fate]>([
    ['no clear answer about its place', 'files.getUploadURLExternal', { does: 'break', stored: false }],
    [
      'an error of Slack about its place',
      'files.getUploadURLExternal',
      { does: 'refuse', error: 'fatal_error' },
    ],
    ['no clear answer of its host', 'host', { does: 'break', stored: true }],
    ['a host in trouble', 'host', { does: 'lose', status: 503, body: '' }],
  ])(
    'is tried again without a doubt after %s, because nobody can see it yet',
    async (_what, method, fate) => {
      slack.plan(method, fate)
      expect(await send()).toMatchObject({ kind: 'later' })
      expect(shared()).toBe(0)
    },
  )

  it('is in doubt when the answer to its sharing was lost', async () => {
    slack.plan('files.completeUploadExternal', { does: 'break', stored: true })
    expect(await send()).toMatchObject({ kind: 'doubtful' })
  })

  it('is not waited for longer than its lease lasts, nor shared then', async () => {
    slack.plan('host', { does: 'hang' })
    const { given, ms } = await timed(() => send({ deadline: performance.now() + 100 }))
    expect(given).toEqual({
      kind: 'later',
      error: 'the file’s host: TimeoutError',
      seconds: null,
    })
    expect(ms).toBeLessThan(2_000)
    expect(shared()).toBe(0)
  })

  it.each([
    ['2', 2],
    ['0', 1],
    ['1e9', 3_600],
    [null, 5],
  ])('is sent again to a host that limits calls when that says %s', async (seconds, waits) => {
    slack.plan('host', { does: 'limit', seconds })
    expect(await send()).toEqual({ kind: 'later', error: 'the file’s host: HTTP 429', seconds: waits })
  })

  it('is given up where its host refuses it again and again, so that the channel goes on', async () => {
    const refusal = { does: 'lose', status: 403, body: '' } as const
    slack.plan('host', refusal, refusal)
    expect(await send({ attempts: 9 })).toMatchObject({ kind: 'later', error: 'the file’s host: HTTP 403' })
    expect(await send({ attempts: 10 })).toMatchObject({ kind: 'never', error: 'the file’s host: HTTP 403' })
  })
})
