import { describe, expect, it } from 'vitest'
import { liveInCall } from '../../src/sandbox/live/live.ts'
import { startSandbox } from '../../src/sandbox/sandbox.ts'
import { callApi } from './call-api.ts'

const post = { parse: 'none', link_names: false }
const inText = (text: string, rest: object = post) => liveInCall('chat.postMessage', { text, ...rest })
const inBlocks = (...blocks: object[]) => liveInCall('chat.postMessage', { text: 'x', ...post, blocks })
const section = (text: string, verbatim = true) => ({
  type: 'section',
  text: { type: 'mrkdwn', text, verbatim },
})
const kindsOf = (live: { kind: string }[]) => live.map(({ kind }) => kind)

describe('what the sandbox reports as live', () => {
  it.each([
    ['user', 'Hi <@U0ANNA>', '<@U0ANNA>'],
    ['user', '<@W012345|anna>', '<@W012345|anna>'],
    ['group', '<!subteam^S0SALES|@sales>', '<!subteam^S0SALES|@sales>'],
    ['everyone', '<!channel>', '<!channel>'],
    ['everyone', '<!here|here>', '<!here|here>'],
    ['everyone', '<!everyone>', '<!everyone>'],
    ['date', '<!date^1392734382^{date}|soon>', '<!date^1392734382^{date}|soon>'],
    ['channel', '<#C0LEADS>', '<#C0LEADS>'],
    ['link', '<https://evil.example|login>', '<https://evil.example|login>'],
    ['link', '<mailto:a@example.com|b>', '<mailto:a@example.com|b>'],
    ['link', '<tel:+4930123>', '<tel:+4930123>'],
    ['link', '<javascript:alert(1)>', '<javascript:alert(1)>'],
    ['bold', 'x *Accepted by Anna* y', '*Accepted by Anna*'],
    ['italic', '_so_', '_so_'],
    ['strike', '~gone~', '~gone~'],
    ['code', 'a `b` c', '`b`'],
    ['code', 'a ```b\nc``` d', '```b\nc```'],
    ['quote', 'a\n&gt; b', '&gt; b'],
    ['quote', '> b', '> b'],
    ['emoji', 'hot :fire:', ':fire:'],
    ['emoji', 'X:+1: rejected', ':+1:'],
    ['emoji', ':-1:', ':-1:'],
    ['emoji', 'X:100: 7', ':100:'],
    ['emoji', 'X:1234: 7', ':1234:'],
    ['emoji', 'a :n\u0303: b', ':n\u0303:'],
    ['emoji', 'a :ดี้: b', ':ดี้:'],
    ['entity', 'AT&T', '&T'],
    ['entity', 'cut &am', '&am'],
    ['entity', 'a < b', '<'],
    ['control', 'a\u0007b', 'U+0007'],
    ['control', 'a\u009Bb', 'U+009B'],
    ['control', 'a\u200Bb', 'U+200B'],
    ['control', 'a\u202Eb', 'U+202E'],
    ['control', 'a\u{E0041}b', 'U+E0041'],
    ['control', 'a\u2800b', 'U+2800'],
    ['control', 'a\uFFFCb', 'U+FFFC'],
    ['control', '\u{1D159}', 'U+1D159'],
    ['control', 'a\u{13430}b', 'U+13430'],
    ['control', 'a\u{1343F}b', 'U+1343F'],
    ['control', 'a\u{13440}b', 'U+13440'],
    ['control', '\u{13442}', 'U+13442'],
    ['control', 'a\u{16FE4}b', 'U+16FE4'],
    ['control', 'a\u{1BCA3}b', 'U+1BCA3'],
    ['control', 'a\u{1D173}b', 'U+1D173'],
    ['control', 'a\uD83D', 'U+D83D'],
  ])('%s in %j', (kind, text, what) => {
    expect(inText(text)).toContainEqual({ kind, what, path: 'text' })
    expect(inBlocks(section(text))).toContainEqual({ kind, what, path: 'blocks/0/text/text' })
  })

  it.each([
    '&lt;!channel&gt; &amp;lt;',
    'spring_2026 and snake_case_name',
    '5 * 3 * 2',
    '2 ~ 3',
    'at 10:30:45',
    'at 10:30: gone, 3:1: won, 10:1000: lost',
    '𓀀 𓂀𓃀 and 𝅘𝅥𝅮',
    'a &gt; b',
    'Team 👩‍👩‍👧 ☎️ 🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}',
    'see https://evil.example and www.evil.example, ann@example.com, @here #leads',
    'line one\nline two',
    '＜!channel＞',
  ])('nothing in %j', (text) => {
    expect(inText(text)).toEqual([])
    expect(inBlocks(section(text))).toEqual([])
  })

  it('is what Slack makes of a text by itself, unless it is told not to', () => {
    const text = 'https://evil.example ann@example.com @here #leads'
    const all = ['auto-link', 'auto-link', 'auto-link', 'auto-name', 'auto-name']
    expect(kindsOf(inText(text, {}))).toEqual(expect.arrayContaining(['auto-link']))
    expect(kindsOf(inText(text, { link_names: 'true' }))).toContain('auto-name')
    expect(kindsOf(inText(text, { parse: 'full' }))).toContain('auto-name')
    expect(kindsOf(inBlocks(section(text, false)))).toEqual(all)
  })

  it('is nothing in plain text but emoji that are not switched off, and hidden signs', () => {
    const header = (text: string, emoji?: boolean) =>
      inBlocks({ type: 'header', text: { type: 'plain_text', text, ...(emoji !== undefined && { emoji }) } })
    expect(header('<!channel> *b* :fire:', false)).toEqual([])
    expect(kindsOf(header('<!channel> :fire:'))).toEqual(['emoji'])
    expect(kindsOf(header('a\u202Eb', false))).toEqual(['control'])
  })

  it('is found in every kind of place', () => {
    const table = { type: 'table', rows: [[{ type: 'raw_text', text: 'a\u200Bb <!channel>' }]] }
    expect(inBlocks(table)).toEqual([{ kind: 'control', what: 'U+200B', path: 'blocks/0/rows/0/0/text' }])
    const rich = { type: 'rich_text', elements: [{ type: 'broadcast', range: 'channel' }] }
    expect(kindsOf(inBlocks(rich))).toEqual(['everyone'])
    expect(kindsOf(inBlocks({ type: 'markdown', text: '# x\n[a](https://b.example)' }))).toEqual(
      expect.arrayContaining(['link', 'auto-link', 'markdown']),
    )
    const button = { type: 'button', url: 'https://x.example', value: '\u200B', action_id: 'a' }
    expect(kindsOf(inBlocks({ type: 'actions', elements: [button] }))).toEqual(['link'])
    const context = { type: 'context', elements: [{ type: 'mrkdwn', text: '<!here>', verbatim: true }] }
    const view = { type: 'modal', title: { type: 'plain_text', text: 'T', emoji: false }, blocks: [context] }
    expect(liveInCall('views.open', { view })).toMatchObject([{ path: 'view/blocks/0/elements/0/text' }])
    expect(kindsOf(liveInCall('response_url', { text: '<!here>', ...post }))).toEqual(['everyone'])
    expect(kindsOf(liveInCall('ack', { errors: { note: 'a\u200Bb' } }))).toEqual(['control'])
    const file = { files: '[{"id":"F1","title":"a\\u202Eb"}]', initial_comment: '<!here>' }
    expect(kindsOf(liveInCall('files.completeUploadExternal', file))).toEqual(['everyone', 'control'])
    expect(liveInCall('conversations.history', { channel: '<!here>' })).toEqual([])
  })

  it('can be asked of a running sandbox, with method, channel and path', async () => {
    const slack = await startSandbox()
    try {
      await callApi(slack, 'chat.postMessage', { channel: 'C0LEADS', text: 'Hi <!here>', ...post })
      expect(slack.live()).toEqual([
        {
          kind: 'everyone',
          what: '<!here>',
          isSoft: false,
          method: 'chat.postMessage',
          to: 'C0LEADS',
          path: 'text',
        },
      ])
    } finally {
      await slack.stop()
    }
  })
})
