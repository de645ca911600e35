import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts'
import { arrange, callApi, everyScope, modal, post, section, type Args } from './call-api.ts'

/** What Slack says no to, and how it says it. */
const refusals: [method: string, args: Args, error: string][] = [
  ['chat.nothing', {}, 'unknown_method'],
  ['chat.postMessage', { text: 'x' }, 'channel_not_found'],
  ['chat.postMessage', { channel: 'C0NOWHERE', text: 'x' }, 'channel_not_found'],
  ['chat.postMessage', { channel: 'C0OLD', text: 'x' }, 'is_archived'],
  ['chat.postMessage', { channel: 'C0ELSEWHERE', text: 'x' }, 'not_in_channel'],
  ['chat.postMessage', { channel: 'C0LEADS' }, 'no_text'],
  ['chat.postMessage', { channel: 'C0LEADS', text: 'x', thread_ts: '1.1' }, 'thread_not_found'],
  ['chat.postMessage', { channel: 'C0LEADS', blocks: [{ type: 'carousel-of-horses' }] }, 'invalid_blocks'],
  [
    'chat.postMessage',
    { channel: 'C0LEADS', blocks: Array.from({ length: 5 }, () => section('x'.repeat(2900))) },
    'msg_blocks_too_long',
  ],
  ['chat.update', { channel: 'C0LEADS', ts: '1.1', text: 'x' }, 'message_not_found'],
  ['chat.delete', { channel: 'C0LEADS', ts: '1.1' }, 'message_not_found'],
  ['chat.getPermalink', { channel: 'C0LEADS', message_ts: '1.1' }, 'message_not_found'],
  ['chat.postEphemeral', { channel: 'C0LEADS', user: 'U0NOBODY', text: 'x' }, 'user_not_in_channel'],
  ['conversations.info', { channel: 'C0NOWHERE' }, 'channel_not_found'],
  ['conversations.history', { channel: 'C0ELSEWHERE' }, 'not_in_channel'],
  ['conversations.members', { channel: 'C0NOWHERE' }, 'channel_not_found'],
  ['conversations.open', { users: 'U0NOBODY' }, 'user_not_found'],
  ['conversations.replies', { channel: 'C0LEADS', ts: '1.1' }, 'thread_not_found'],
  ['users.info', { user: 'U0NOBODY' }, 'user_not_found'],
  ['users.lookupByEmail', { email: 'nobody@example.com' }, 'users_not_found'],
  ['usergroups.users.list', { usergroup: 'S0NOBODY' }, 'no_such_subteam'],
  ['views.open', { view: modal() }, 'invalid_trigger_id'],
  ['views.open', { view: modal(), trigger_id: 'made-up' }, 'invalid_trigger_id'],
  ['views.open', { view: { type: 'home', blocks: [] }, trigger_id: 't' }, 'invalid_arguments'],
  ['views.update', { view: modal(), view_id: 'V0GONE' }, 'not_found'],
  ['views.publish', { view: { type: 'home', blocks: [] }, user_id: 'U0NOBODY' }, 'user_not_found'],
  ['views.publish', { view: { type: 'home', blocks: [] }, user_id: 'U0ANNA', hash: 'old' }, 'hash_conflict'],
  ['files.getUploadURLExternal', { filename: 'a.csv', length: 0 }, 'invalid_arguments'],
  ['files.completeUploadExternal', { files: [{ id: 'F0GONE' }] }, 'file_not_found'],
  ['files.completeUploadExternal', { files: '[not JSON' }, 'invalid_arguments'],
  ['reactions.add', { channel: 'C0LEADS', timestamp: '1.1', name: 'eyes' }, 'message_not_found'],
]

describe('the Web API says no', () => {
  let slack: Sandbox
  beforeAll(async () => {
    slack = await startSandbox({ postsPerSecond: 1000, scopes: everyScope })
    arrange(slack)
  })
  beforeEach(() => slack.state.scopes.splice(0, Infinity, ...everyScope))
  afterAll(() => slack.stop())

  const call = (method: string, args: Args = {}) => callApi(slack, method, args)
  const withToken = async (token: string, method: string): Promise<unknown> =>
    (await post({ ...slack, botToken: token }, method)).json()

  it.each(refusals)('%s with %j is refused: %s', async (method, args, error) => {
    expect(await call(method, args)).toMatchObject({ ok: false, error })
  })

  it('wants a token, and the right one', async () => {
    expect(await withToken('xoxb-wrong', 'auth.test')).toMatchObject({ ok: false, error: 'invalid_auth' })
    const response = await fetch(`${slack.apiUrl}auth.test`, { method: 'POST' })
    expect(await response.json()).toMatchObject({ ok: false, error: 'not_authed' })
    expect(await withToken(slack.botToken, 'apps.connections.open')).toMatchObject({ error: 'invalid_auth' })
    expect(await withToken(slack.appToken, 'apps.connections.open')).toMatchObject({ ok: true })
  })

  it.each([
    ['chat.postMessage', 'chat:write'],
    ['conversations.history', 'channels:history'],
    ['conversations.info', 'channels:read'],
    ['files.getUploadURLExternal', 'files:write'],
    ['reactions.add', 'reactions:write'],
    ['usergroups.list', 'usergroups:read'],
    ['users.info', 'users:read'],
    ['users.lookupByEmail', 'users:read.email'],
  ])('%s needs %s, and says so', async (method, scope) => {
    slack.state.scopes = everyScope.filter((known) => known !== scope)
    const answer = await call(method, { channel: 'C0LEADS', text: 'x' })
    expect(answer).toMatchObject({ ok: false, error: 'missing_scope', needed: scope })
    expect(String(answer['provided']).split(',')).not.toContain(scope)
    slack.state.scopes = [...everyScope]
  })

  it('says where a block is wrong', async () => {
    const answer = await call('chat.postMessage', {
      channel: 'C0LEADS',
      blocks: [section('ok'), section('x'.repeat(3001))],
    })
    expect(answer.response_metadata?.messages).toEqual(['[ERROR] blocks/1/text: longer than 3000 characters'])
  })

  const json = { 'content-type': 'application/json' }
  const form = (fields: Record<string, string>) => ({ body: new URLSearchParams(fields) })
  it.each([
    ['invalid_json', { headers: json, body: '{"channel":' }],
    ['invalid_blocks_format', form({ channel: 'C0LEADS', blocks: '[{' })],
    ['invalid_metadata_format', form({ channel: 'C0LEADS', metadata: 'x' })],
  ])('answers %s to what should be JSON and is not', async (error, request) => {
    const response = await fetch(`${slack.apiUrl}chat.postMessage`, { method: 'POST', ...request })
    expect(await response.json()).toEqual({ ok: false, error })
  })
})
