import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts'
import { arrange, callApi, everyScope, section, type Args } from './call-api.ts'

describe('the Web API', () => {
  let slack: Sandbox
  beforeAll(async () => {
    slack = await startSandbox({ postsPerSecond: 1000, scopes: everyScope })
    arrange(slack)
  })
  afterAll(() => slack.stop())

  const call = (method: string, args: Args = {}) => callApi(slack, method, args)
  const posted = async (fields: Args = {}): Promise<string> => {
    const answer = await call('chat.postMessage', { channel: 'C0LEADS', text: 'A lead', ...fields })
    return String(answer['ts'])
  }

  it('takes a form with JSON inside as well', async () => {
    const body = new URLSearchParams({
      token: slack.botToken,
      channel: 'C0LEADS',
      blocks: JSON.stringify([section('In a form')]),
    })
    const response = await fetch(`${slack.apiUrl}chat.postMessage`, { method: 'POST', body })
    expect(await response.json()).toMatchObject({ ok: true, message: { blocks: [{ type: 'section' }] } })
  })

  it('cuts a text at 40,000 characters', async () => {
    const ts = await posted({ text: 'x'.repeat(40_001) })
    expect(slack.thread('C0LEADS', ts)[0]?.text).toHaveLength(40_000)
  })

  it('removes the blocks of a message that is updated with text alone', async () => {
    const ts = await posted({ blocks: [section('Blocks')] })
    await call('chat.update', { channel: 'C0LEADS', ts, text: 'Only text' })
    expect(slack.thread('C0LEADS', ts)[0]).toMatchObject({ text: 'Only text', edited: { user: 'U0BATON' } })
    expect(slack.thread('C0LEADS', ts)[0]?.blocks).toBeUndefined()
  })

  it('lets the app change and delete its own messages alone, and never ephemeral ones', async () => {
    const { ts } = await slack.as('U0ANNA').say('C0LEADS', 'Mine')
    expect(await call('chat.update', { channel: 'C0LEADS', ts, text: 'x' })).toMatchObject({
      error: 'cant_update_message',
    })
    expect(await call('chat.delete', { channel: 'C0LEADS', ts })).toMatchObject({
      error: 'cant_delete_message',
    })
    const whisper = await call('chat.postEphemeral', { channel: 'C0LEADS', user: 'U0ANNA', text: 'psst' })
    expect(
      await call('chat.update', { channel: 'C0LEADS', ts: whisper['message_ts'], text: 'x' }),
    ).toMatchObject({ error: 'message_not_found' })
  })

  it('gives metadata back to those who ask, page by page, the newest first', async () => {
    const metadata = { event_type: 'baton_notice', event_payload: { id: 'n1' } }
    const [first, second] = [await posted({ metadata }), await posted({ metadata })]
    const page = await call('conversations.history', {
      channel: 'C0LEADS',
      limit: 1,
      include_all_metadata: true,
    })
    expect(page).toMatchObject({ has_more: true, messages: [{ ts: second, metadata }] })
    const { next_cursor: cursor } = z.object({ next_cursor: z.string() }).parse(page.response_metadata)
    expect(await call('conversations.history', { channel: 'C0LEADS', limit: 1, cursor })).toMatchObject({
      messages: [{ ts: first }],
    })
    const without = await call('conversations.history', { channel: 'C0LEADS', limit: 1 })
    expect(JSON.stringify(without)).not.toContain('baton_notice')
  })

  it('gives what was said between two messages, the ends only on request', async () => {
    const [first, second, third] = [await posted(), await posted(), await posted()]
    const between = { channel: 'C0LEADS', oldest: first, latest: third }
    const found = async (more: Args = {}) =>
      ((await call('conversations.history', { ...between, ...more }))['messages'] as { ts: string }[]).map(
        ({ ts }) => ts,
      )
    expect(await found()).toEqual([second])
    expect(await found({ inclusive: true })).toEqual([third, second, first])
  })

  it('keeps the metadata of a message that is updated, until it gets other', async () => {
    const metadata = { event_type: 'baton_notice', event_payload: { id: 'n1' } }
    const ts = await posted({ metadata })
    await call('chat.update', { channel: 'C0LEADS', ts, text: 'x' })
    expect(slack.thread('C0LEADS', ts)[0]?.metadata).toEqual(metadata)
    const other = { ...metadata, event_payload: { id: 'n2' } }
    await call('chat.update', { channel: 'C0LEADS', ts, text: 'x', metadata: other })
    expect(slack.thread('C0LEADS', ts)[0]?.metadata).toEqual(other)
  })

  it('keeps a thread together, and finds one message among thousands', async () => {
    const ts = await posted()
    await posted({ thread_ts: ts, text: 'A reply' })
    for (let n = 0; n < 3000; n++) {
      slack.state.messages.add({ ts: `9${n}.000001`, channel: 'C0GENERAL', user: 'U0ANNA', text: 'chatter' })
    }
    expect(await call('conversations.replies', { channel: 'C0LEADS', ts })).toMatchObject({
      messages: [{ text: 'A lead' }, { text: 'A reply' }],
    })
    expect(await call('chat.getPermalink', { channel: 'C0LEADS', message_ts: ts })).toMatchObject({
      ok: true,
    })
  })

  it('lets the app look at a channel that it is not in, and read nothing there', async () => {
    const outside = { channel: 'C0ELSEWHERE' }
    expect(await call('conversations.info', outside)).toMatchObject({ channel: { is_member: false } })
    expect(await call('conversations.members', outside)).toMatchObject({ members: ['U0ANNA'] })
    expect(await call('conversations.info', { channel: 'C0LEADS' })).toMatchObject({
      channel: { is_member: true },
    })
    expect(await call('conversations.replies', { ...outside, ts: '1.1' })).toMatchObject({
      error: 'not_in_channel',
    })
  })

  it('takes a file in two halves', async () => {
    const bytes = 'week,delivered\n2026-W47,12\n'
    const { upload_url: url, file_id: id } = await call('files.getUploadURLExternal', {
      filename: 'week.csv',
      length: bytes.length,
    })
    await fetch(String(url), { method: 'POST', body: bytes })
    const done = await call('files.completeUploadExternal', {
      channel_id: 'C0LEADS',
      files: [{ id, title: 'The week' }],
    })
    expect(done).toMatchObject({ files: [{ name: 'week.csv', title: 'The week', size: bytes.length }] })
    expect(slack.messages('C0LEADS').at(-1)?.files?.[0]?.url_private).toBe(url)
    expect(await (await fetch(String(url))).text()).toBe(bytes)
  })

  it('counts reactions, one a person', async () => {
    const on = { channel: 'C0LEADS', timestamp: await posted(), name: 'eyes' }
    expect(await call('reactions.add', on)).toMatchObject({ ok: true })
    expect(await call('reactions.add', on)).toMatchObject({ error: 'already_reacted' })
    expect(await call('reactions.get', on)).toMatchObject({
      message: { reactions: [{ name: 'eyes', count: 1 }] },
    })
    expect(await call('reactions.remove', on)).toMatchObject({ ok: true })
    expect(await call('reactions.remove', on)).toMatchObject({ error: 'no_reaction' })
  })

  it('shows an address only to those who may see it', async () => {
    expect(JSON.stringify(await call('users.lookupByEmail', { email: 'Anna@example.com' }))).toContain(
      'anna@example.com',
    )
    slack.state.scopes = everyScope.filter((scope) => scope !== 'users:read.email')
    expect(JSON.stringify(await call('users.info', { user: 'U0ANNA' }))).not.toContain('@example.com')
  })
})
