import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startSandbox, type Sandbox, type SandboxMessage } from '../../../src/sandbox/sandbox.ts'
import { botMessage } from '../../../src/sandbox/workspace/state.ts'
import { bareBot, type BareBot } from '../bare-bot.ts'

const anna = 'U0ANNA'
const blocks = [
  {
    type: 'actions',
    elements: [{ type: 'button', action_id: 'accept', text: { type: 'plain_text', text: 'Accept' } }],
  },
]

describe('a response_url', () => {
  let slack: Sandbox
  let bot: BareBot
  let now = Date.now()
  beforeEach(async () => {
    now = Date.now()
    slack = await startSandbox({ now: () => new Date(now) })
    bot = await bareBot(slack, () => ({}))
  })
  afterEach(() => slack.stop())

  const urlOfLast = () => String(bot.envelopes().at(-1)?.payload?.['response_url'])
  const respond = async (url: string, body: object) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return { status: response.status, text: await response.text() }
  }
  const aCommand = async () => {
    await slack.as(anna).command('/lead', '', 'C0LEADS')
    return urlOfLast()
  }
  const clicked = async (message: SandboxMessage) => {
    await slack.as(anna).click(message, 'accept')
    return urlOfLast()
  }
  const aCard = () =>
    slack.state.messages.add(botMessage(slack.state, { channel: 'C0LEADS', text: 'Card', blocks }))

  it('answers one person, unless it is told to answer the channel', async () => {
    const url = await aCommand()
    expect(await respond(url, { text: 'only you' })).toMatchObject({ status: 200 })
    expect(slack.ephemerals(anna)).toMatchObject([{ text: 'only you', channel: 'C0LEADS' }])
    expect(slack.messages('C0LEADS')).toEqual([])
    await respond(url, { text: 'everybody', response_type: 'in_channel' })
    expect(slack.messages('C0LEADS')).toMatchObject([{ text: 'everybody', user: 'U0BATON' }])
    expect(slack.ephemerals('U0BEN')).toEqual([])
  })

  it('works five times', async () => {
    const url = await aCommand()
    const answers = []
    for (let n = 1; n <= 6; n++) answers.push(await respond(url, { text: `answer ${n}` }))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 404])
    expect(answers.at(-1)?.text).toContain('used_url')
    expect(slack.ephemerals(anna)).toHaveLength(5)
  })

  it('works for thirty minutes', async () => {
    const url = await aCommand()
    now += 30 * 60_000
    expect(await respond(url, { text: 'just in time' })).toMatchObject({ status: 200 })
    now += 1
    const late = await respond(url, { text: 'too late' })
    expect(late.status).toBe(404)
    expect(late.text).toContain('expired_url')
    expect(slack.ephemerals(anna).map(({ text }) => text)).toEqual(['just in time'])
  })

  it('replaces the message that was clicked', async () => {
    const card = aCard()
    await respond(await clicked(card), { replace_original: true, text: 'Accepted' })
    expect(slack.messages('C0LEADS')).toMatchObject([{ ts: card.ts, text: 'Accepted' }])
    expect(slack.messages('C0LEADS')[0]?.blocks).toBeUndefined()
  })

  it('deletes the message that was clicked', async () => {
    await respond(await clicked(aCard()), { delete_original: true })
    expect(slack.messages('C0LEADS')).toEqual([])
  })

  it('replaces and deletes what only one person sees as well', async () => {
    const whisper = slack.state.ephemerals.add(
      botMessage(slack.state, { channel: 'C0LEADS', text: 'psst', blocks, ephemeralFor: anna }),
    )
    const url = await clicked(whisper)
    await respond(url, { replace_original: true, text: 'changed' })
    expect(slack.ephemerals(anna)).toMatchObject([{ ts: whisper.ts, text: 'changed' }])
    await respond(url, { delete_original: true })
    expect(slack.ephemerals(anna)).toEqual([])
    expect(slack.messages('C0LEADS')).toEqual([])
  })

  it('leaves the message alone without being told', async () => {
    const card = aCard()
    await respond(await clicked(card), { text: 'A word to you' })
    expect(slack.messages('C0LEADS')).toMatchObject([{ ts: card.ts, text: 'Card' }])
    expect(slack.ephemerals(anna)).toMatchObject([{ text: 'A word to you' }])
  })

  it('answers in the thread that it is told', async () => {
    const card = aCard()
    const answer = { text: 'In here', response_type: 'in_channel', thread_ts: card.ts }
    await respond(await clicked(card), answer)
    expect(slack.thread('C0LEADS', card.ts)).toMatchObject([{ text: 'Card' }, { text: 'In here' }])
  })

  it.each([
    ['nothing to say', {}, 'no_text'],
    ['a block nobody knows', { blocks: [{ type: 'carousel' }] }, 'invalid_blocks'],
  ])('refuses %s', async (_what, body, error) => {
    const answer = await respond(await aCommand(), body)
    expect(answer.status).not.toBe(200)
    expect(answer.text).toContain(error)
  })

  it('is nothing that can be made up', async () => {
    expect((await respond(`${slack.url}/response/R0MADEUP`, { text: 'x' })).status).toBe(404)
  })
})
