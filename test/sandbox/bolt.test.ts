import { App, LogLevel, SocketModeReceiver } from '@slack/bolt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts'

const anna = 'U0ANNA'
const text = (content: string) => ({ type: 'plain_text' as const, text: content })
const button = (label: string, actionId: string) => ({
  ...{ type: 'button' as const, action_id: actionId, text: text(label), value: 'lead-1' },
})
const menu = {
  type: 'static_select' as const,
  action_id: 'stage',
  options: ['new', 'won'].map((value) => ({ text: text(value), value })),
}
const form = (title: string) => ({
  ...{ type: 'modal' as const, callback_id: 'note', title: text(title), submit: text('Send') },
  blocks: [
    {
      ...{ type: 'input' as const, block_id: 'note', label: text('Note') },
      element: { type: 'plain_text_input' as const, action_id: 'value' },
    },
    {
      ...{ type: 'input' as const, block_id: 'teams', label: text('Teams'), optional: true },
      element: { ...menu, type: 'multi_static_select' as const, action_id: 'value' },
    },
  ],
})

describe('an app of Bolt in the sandbox', () => {
  let slack: Sandbox
  let app: App
  const seen: Record<string, unknown> = {}

  beforeAll(async () => {
    slack = await startSandbox({ postsPerSecond: 1000, events: ['app_home_opened', 'message.channels'] })
    const clientOptions = { slackApiUrl: slack.apiUrl }
    const receiver = new SocketModeReceiver({
      appToken: slack.appToken,
      logLevel: LogLevel.ERROR,
      // Also the pause before a new socket is opened.
      clientPingTimeout: 500,
      installerOptions: { clientOptions },
    })
    app = new App({ token: slack.botToken, receiver, clientOptions, logLevel: LogLevel.ERROR })
    listen(app, seen)
    await app.start()
  })
  afterAll(async () => {
    await app.stop()
    await slack.stop()
  })
  const told = (what: string) => slack.waitFor(() => seen[what], what)

  it('answers a command to the one who typed it', async () => {
    await slack.as(anna).command('/hello', 'there', 'C0LEADS')
    expect(slack.ephemerals(anna).at(-1)).toMatchObject({ text: 'Hello there', channel: 'C0LEADS' })
    expect(slack.messages('C0LEADS')).toEqual([])
  })

  it('updates the message whose button is pressed', async () => {
    const { ts } = await app.client.chat.postMessage({
      ...{ channel: 'C0LEADS', text: 'A lead' },
      blocks: [{ type: 'actions', elements: [button('Accept', 'accept'), menu] }],
    })
    const [card] = slack.thread('C0LEADS', ts ?? '')
    if (!card) throw new Error('no card')
    await slack.as(anna).click(card, 'accept')
    await slack.waitFor(() => (card.text === 'Accepted' ? true : undefined), 'the update')
    expect(seen['accept']).toBe('lead-1')
  })

  it('hears which option of a menu was chosen', async () => {
    const { ts } = await app.client.chat.postMessage({
      ...{ channel: 'C0LEADS', text: 'A lead' },
      blocks: [{ type: 'actions', elements: [menu] }],
    })
    const [card] = slack.thread('C0LEADS', ts ?? '')
    if (!card) throw new Error('no card')
    await slack.as(anna).click(card, 'stage', { value: 'won' })
    expect(await told('stage')).toBe('won')
  })

  it('refuses a modal beside its field, shows another, and closes it', async () => {
    const her = slack.as(anna)
    await her.command('/note')
    await slack.waitFor(() => her.view(), 'the modal')
    await her.submit({ note: 'short', teams: 'new,won' })
    expect(her.view()).toMatchObject({ errors: { note: 'Longer, please' }, title: { text: 'First' } })
    await her.submit({ note: 'long enough' })
    expect(her.view()).toMatchObject({ errors: {}, title: { text: 'Second' } })
    await her.submit({ note: 'done' })
    expect(her.view()).toBeUndefined()
    expect(seen['teams']).toEqual(['new', 'won'])
  })

  it('publishes its home for whoever opens it', async () => {
    const home = await slack.as(anna).home()
    expect(home.blocks).toMatchObject([{ type: 'header', text: { text: `Home of ${anna}` } }])
  })

  it('hears of a shortcut, and answers by its response_url', async () => {
    const message = await slack.as(anna).say('C0LEADS', 'Who takes this?')
    await slack.as(anna).messageShortcut('take', message)
    await slack.waitFor(
      () => slack.ephemerals(anna).find((shown) => shown.text === 'Taken: Who takes this?'),
      'the answer',
    )
    await slack.as(anna).shortcut('new-lead')
    expect(await told('new-lead')).toBe(anna)
  })

  it('answers what somebody says in the thread of it', async () => {
    const { ts } = await slack.as(anna).say('C0LEADS', 'Good morning')
    const reply = await slack.waitFor(() => slack.thread('C0LEADS', ts)[1], 'an answer')
    expect(reply).toMatchObject({ text: `Good morning, <@${anna}>`, user: 'U0BATON' })
  })

  it('does not hear what it did not subscribe to', async () => {
    await slack.as(anna).join('C0LEADS')
    expect(seen['joined']).toBeUndefined()
    slack.state.events.push('member_joined_channel')
    await slack.as(anna).join('C0LEADS')
    expect(await told('joined')).toBe(anna)
  })

  it('comes back after Slack refreshed its connection', async () => {
    const heard = () =>
      slack.log.filter((line) => line.kind === 'call' && line.method === 'apps.connections.open')
    const before = heard().length
    slack.sockets.disconnect('refresh_requested')
    await slack.waitFor(() => heard().length > before || undefined, 'a new connection')
    await slack.waitFor(() => slack.sockets.count() > 0 || undefined, 'the bot')
    await slack.as(anna).command('/hello', 'again')
    expect(slack.ephemerals(anna).at(-1)?.text).toBe('Hello again')
  })
})

function listen(app: App, seen: Record<string, unknown>): void {
  app.command('/hello', ({ ack, command }) => ack(`Hello ${command.text}`))
  app.command('/note', async ({ ack, client, command }) => {
    await ack()
    await client.views.open({ trigger_id: command.trigger_id, view: form('First') })
  })
  app.action('accept', async ({ ack, body, client, action }) => {
    await ack()
    if (body.type !== 'block_actions' || action.type !== 'button') throw new Error('no button')
    seen['accept'] = action.value
    const { channel, message } = body
    await client.chat.update({ channel: channel?.id ?? '', ts: message?.ts ?? '', text: 'Accepted' })
  })
  app.action('stage', async ({ ack, action }) => {
    await ack()
    seen['stage'] = action.type === 'static_select' ? action.selected_option.value : action.type
  })
  app.view('note', async ({ ack, view }) => {
    const { values } = view.state
    seen['teams'] ??= values['teams']?.['value']?.selected_options?.map(({ value }) => value)
    const note = values['note']?.['value']?.value
    if (note === 'short') await ack({ response_action: 'errors', errors: { note: 'Longer, please' } })
    else if (note === 'done') await ack()
    else await ack({ response_action: 'update', view: form('Second') })
  })
  app.event('app_home_opened', async ({ event, client }) => {
    const blocks = [{ type: 'header' as const, text: text(`Home of ${event.user}`) }]
    await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } })
  })
  app.shortcut('take', async ({ ack, respond, shortcut }) => {
    await ack()
    if (shortcut.type === 'message_action') await respond(`Taken: ${shortcut.message.text}`)
  })
  app.shortcut('new-lead', async ({ ack, shortcut }) => {
    await ack()
    seen['new-lead'] = shortcut.user.id
  })
  app.message('Good morning', async ({ message, say }) => {
    if (message.subtype === undefined)
      await say({ text: `Good morning, <@${message.user}>`, thread_ts: message.ts })
  })
  app.event('member_joined_channel', async ({ event }) => {
    seen['joined'] = event.user
  })
}
