import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts'
import { botMessage } from '../../src/sandbox/workspace/state.ts'
import { bareBot, type BareBot } from './bare-bot.ts'
import { aTrigger, callApi } from './call-api.ts'

const anna = 'U0ANNA'
const text = (content: string) => ({ type: 'plain_text', text: content })
const options = ['a', 'b', 'c'].map((value) => ({ text: text(value), value }))
const [a, b] = options

/** Each kind of input: what is entered, and how Slack tells it, untouched and then. */
const inputs: [type: string, fields: object, entered: string, untouched: object, told: object][] = [
  ['plain_text_input', {}, 'Hi', { value: null }, { value: 'Hi' }],
  ['plain_text_input', { initial_value: 'Hello' }, '', { value: 'Hello' }, { value: null }],
  ['email_text_input', {}, 'x@example.com', { value: null }, { value: 'x@example.com' }],
  ['url_text_input', {}, 'https://example.com', { value: null }, { value: 'https://example.com' }],
  ['number_input', { is_decimal_allowed: false }, '12', { value: null }, { value: '12' }],
  ['datepicker', {}, '2026-11-23', { selected_date: null }, { selected_date: '2026-11-23' }],
  ['timepicker', { initial_time: '09:00' }, '10:30', { selected_time: '09:00' }, { selected_time: '10:30' }],
  ['datetimepicker', {}, '1795449600', { selected_date_time: null }, { selected_date_time: 1_795_449_600 }],
  ['users_select', { initial_user: anna }, 'U0BEN', { selected_user: anna }, { selected_user: 'U0BEN' }],
  [
    'conversations_select',
    {},
    'C0LEADS',
    { selected_conversation: null },
    { selected_conversation: 'C0LEADS' },
  ],
  ['channels_select', {}, 'C0LEADS', { selected_channel: null }, { selected_channel: 'C0LEADS' }],
  ['multi_users_select', {}, 'U0BEN,U0ANNA', { selected_users: [] }, { selected_users: ['U0BEN', anna] }],
  ['static_select', { options }, 'b', { selected_option: null }, { selected_option: b }],
  ['radio_buttons', { options, initial_option: a }, 'b', { selected_option: a }, { selected_option: b }],
  [
    'checkboxes',
    { options, initial_options: [a] },
    'a,b',
    { selected_options: [a] },
    { selected_options: [a, b] },
  ],
  ['multi_static_select', { options }, '', { selected_options: [] }, { selected_options: [] }],
]

describe('what the bot is told', () => {
  let slack: Sandbox
  let bot: BareBot
  beforeEach(async () => {
    slack = await startSandbox({ events: ['message.channels'] })
    bot = await bareBot(slack, () => ({}))
  })
  afterEach(() => slack.stop())

  const last = () => bot.envelopes().at(-1)?.payload
  const open = async (blocks: object[], more: object = {}) => {
    const view = { type: 'modal', title: text('A modal'), submit: text('Send'), blocks, ...more }
    expect(await callApi(slack, 'views.open', { trigger_id: aTrigger(slack, anna), view })).toMatchObject({
      ok: true,
    })
  }
  const aMessage = (blocks: object[]) =>
    slack.state.messages.add(
      botMessage(slack.state, { channel: 'C0LEADS', text: 'x', blocks: blocks as { type: string }[] }),
    )

  it.each(inputs)('of a %s %j in a modal', async (...row) => {
    const [type, fields, entered, untouched, told] = row
    const element = { type, action_id: 'value', ...fields }
    await open([{ type: 'input', block_id: 'in', optional: true, label: text('In'), element }])
    expect(slack.as(anna).view()?.values).toEqual({ in: { value: { type, ...untouched } } })
    await slack.as(anna).submit({ in: entered })
    expect(last()).toMatchObject({ type: 'view_submission', user: { id: anna } })
    expect(last()?.['view']).toMatchObject({ state: { values: { in: { value: { type, ...told } } } } })
    expect(slack.as(anna).view()).toBeUndefined()
  })

  it.each([
    ['static_select', 'b', { selected_option: b }],
    ['overflow', 'b', { selected_option: b }],
    ['radio_buttons', 'b', { selected_option: b }],
    ['checkboxes', 'a,b', { selected_options: [a, b] }],
    ['datepicker', '2026-11-23', { selected_date: '2026-11-23' }],
    ['users_select', anna, { selected_user: anna }],
  ])('of a choice from %s in a message', async (type, value, told) => {
    const element = {
      type,
      action_id: 'choose',
      ...(type in { datepicker: 1, users_select: 1 } ? {} : { options }),
    }
    const message = aMessage([{ type: 'actions', block_id: 'b', elements: [element] }])
    await slack.as(anna).click(message, 'choose', { value })
    expect(last()).toMatchObject({
      type: 'block_actions',
      container: { type: 'message', message_ts: message.ts, channel_id: 'C0LEADS' },
      actions: [{ type, action_id: 'choose', block_id: 'b', ...told }],
    })
    const remembered = type === 'overflow' ? {} : { b: { choose: { type, ...told } } }
    expect(last()?.['state']).toEqual({ values: remembered })
  })

  it('of a button: its value, and none of the others', async () => {
    const button = (id: string) => ({ type: 'button', action_id: 'do', value: id, text: text(id) })
    const message = aMessage([{ type: 'actions', block_id: 'b', elements: [button('1'), button('2')] }])
    await slack.as(anna).click(message, 'do', { value: '2' })
    expect(last()?.['actions']).toMatchObject([{ type: 'button', value: '2', text: text('2') }])
    await expect(slack.as(anna).click(message, 'undo')).rejects.toThrow('nothing called undo')
  })

  it('of a choice in a modal, which keeps it', async () => {
    const accessory = { type: 'static_select', action_id: 'choose', options }
    await open([{ type: 'section', block_id: 's', text: text('Which?'), accessory }])
    await slack.as(anna).clickInView('choose', { value: 'b' })
    expect(last()).toMatchObject({ container: { type: 'view' }, actions: [{ selected_option: b }] })
    await slack.as(anna).submit()
    expect(last()?.['view']).toMatchObject({ state: { values: { s: { choose: { selected_option: b } } } } })
  })

  it('of a closed modal, where it asked for that', async () => {
    await open([{ type: 'divider' }], { callback_id: 'quiet' })
    await slack.as(anna).closeModal()
    expect(bot.envelopes()).toEqual([])
    await open([{ type: 'divider' }], { callback_id: 'loud', notify_on_close: true })
    await slack.as(anna).closeModal()
    expect(last()).toMatchObject({ type: 'view_closed', view: { callback_id: 'loud' } })
  })

  it('nothing of a modal with an empty required field', async () => {
    const element = { type: 'plain_text_input', action_id: 'value' }
    await open([{ type: 'input', block_id: 'in', label: text('In'), element }])
    await slack.as(anna).submit()
    expect(bot.envelopes()).toEqual([])
    expect(slack.as(anna).view()?.errors).toEqual({ in: 'Please complete this required field.' })
    await slack.as(anna).submit({ in: 'x' })
    expect(bot.envelopes()).toHaveLength(1)
  })

  it('of messages, where it subscribed', async () => {
    const { ts } = await slack.as(anna).say('C0LEADS', 'Hello')
    await slack.as('U0BEN').say('C0LEADS', 'Hello yourself', ts)
    expect(bot.envelopes().map(({ payload }) => payload?.['event'])).toMatchObject([
      { type: 'message', text: 'Hello', user: anna, ts, channel_type: 'channel' },
      { type: 'message', text: 'Hello yourself', user: 'U0BEN', thread_ts: ts },
    ])
    const ids = bot.envelopes().map(({ payload }) => payload?.['event_id'])
    expect(new Set(ids).size).toBe(2)
    slack.state.events.splice(0)
    await slack.as(anna).say('C0LEADS', 'Psst')
    expect(bot.envelopes()).toHaveLength(2)
  })
})
