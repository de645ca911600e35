import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts'
import { bareBot, type BareBot } from './bare-bot.ts'
import { aTrigger, callApi, modal } from './call-api.ts'

const ben = 'U0BEN'
const text = (content: string) => ({ type: 'plain_text', text: content })
const input = {
  ...{ type: 'input', block_id: 'note', label: text('Note') },
  element: { type: 'plain_text_input', action_id: 'value' },
}
const form = (title: string) => modal({ title: text(title), submit: text('Send'), blocks: [input] })

describe('a modal that is sent', () => {
  let slack: Sandbox
  let bot: BareBot
  let answer: object
  beforeEach(async () => {
    slack = await startSandbox()
    bot = await bareBot(slack, () => answer)
    await callApi(slack, 'views.open', { trigger_id: aTrigger(slack), view: form('First') })
  })
  afterEach(() => slack.stop())

  const send = (response: object) => {
    answer = response
    return slack.as(ben).submit({ note: 'Hello' })
  }
  const titles = () => slack.state.modals.get(ben)?.map(({ title }) => title?.text) ?? []

  it('closes without an answer', async () => {
    await send({})
    expect(titles()).toEqual([])
  })

  it('shows errors, which go with the next attempt', async () => {
    await send({ response_action: 'errors', errors: { note: 'Longer, please' } })
    expect(slack.as(ben).view()).toMatchObject({ errors: { note: 'Longer, please' } })
    await send({ response_action: 'update', view: form('Second') })
    expect(slack.as(ben).view()?.errors).toEqual({})
  })

  it('shows another content, and keeps what was entered', async () => {
    await send({ response_action: 'update', view: form('Second') })
    expect(titles()).toEqual(['Second'])
    expect(slack.as(ben).view()?.values).toMatchObject({ note: { value: { value: 'Hello' } } })
  })

  it('opens others on top, which close one by one', async () => {
    await send({ response_action: 'push', view: form('Second') })
    const [lowest, second] = slack.state.modals.get(ben) ?? []
    expect(second).toMatchObject({ root_view_id: lowest?.id, previous_view_id: lowest?.id })
    await send({ response_action: 'push', view: form('Third') })
    expect(titles()).toEqual(['First', 'Second', 'Third'])
    expect(bot.envelopes()[1]?.payload?.['view']).toMatchObject({ root_view_id: lowest?.id })
    await expect(send({ response_action: 'push', view: form('Fourth') })).rejects.toThrow(
      'push_limit_reached',
    )
    await send({})
    expect(titles()).toEqual(['First', 'Second'])
  })

  it('closes all of them', async () => {
    await send({ response_action: 'push', view: form('Second') })
    await send({ response_action: 'clear' })
    expect(titles()).toEqual([])
  })

  it('is not helped by an answer that Slack refuses', async () => {
    await expect(send({ response_action: 'update', view: form('x'.repeat(25)) })).rejects.toThrow(
      'title: longer than 24 characters',
    )
    await expect(send({ response_action: 'errors', errors: { other: 'No such field' } })).rejects.toThrow(
      'other',
    )
    expect(titles()).toEqual(['First'])
  })

  it('asks Ben in German for what is missing', async () => {
    await slack.as(ben).submit()
    expect(slack.as(ben).view()?.errors).toEqual({ note: 'Bitte fülle dieses Pflichtfeld aus.' })
    expect(bot.envelopes()).toEqual([])
  })
})

it('shows the answer to a command in the channel where it wants that, and refuses a wrong one', async () => {
  const slack = await startSandbox()
  try {
    let answer: object = { response_type: 'in_channel', text: 'Everybody' }
    await bareBot(slack, () => answer)
    await slack.as(ben).command('/lead', '', 'C0LEADS')
    expect(slack.messages('C0LEADS')).toMatchObject([{ text: 'Everybody' }])
    answer = {}
    await slack.as(ben).command('/lead', '', 'C0LEADS')
    answer = { blocks: [{ type: 'carousel' }] }
    await expect(slack.as(ben).command('/lead', '', 'C0LEADS')).rejects.toThrow('invalid_blocks')
    expect(slack.messages('C0LEADS')).toHaveLength(1)
    expect(slack.ephemerals(ben)).toEqual([])
  } finally {
    await slack.stop()
  }
})
