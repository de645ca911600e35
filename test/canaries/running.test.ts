import { once } from 'node:events'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { FaultKind } from '../../src/sandbox/faults.ts'
import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts'
import { killed, startBot, type Bot } from '../support/bot-process.ts'
import { aCanary, canaries, canariesIn } from '../support/canaries.ts'
import { aCanaryDatabase, breakTable, mendTable, type CanaryDatabase } from '../support/canary-database.ts'
import { anna, ben, leads } from '../support/people.ts'

const sources = `website=${canaries.bearer},crm=${canaries.webhook}`

describe('secrets and people’s data', () => {
  let slack: Sandbox
  let database: CanaryDatabase
  let bot: Bot

  beforeAll(async () => {
    slack = await startSandbox({ postsPerSecond: 1000 })
    database = await aCanaryDatabase(inject('postgresUrl'))
    const settings = {
      DATABASE_URL: database.url,
      INTAKE_SOURCES: sources,
      LOG_LEVEL: 'trace',
      DELIVERY_SETTLE_SECONDS: '1',
    }
    bot = await startBot(slack, settings)
  })
  afterAll(async () => {
    await killed(bot.process)
    await slack.stop()
    await database.client.end()
  })

  const post = (body: unknown, headers: Record<string, string>) =>
    fetch(`${bot.intakeUrl}/v1/leads`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    }).then((response) => response.status)
  const asWebsite = { authorization: `Bearer ${canaries.bearer}` }
  const send = (overrides?: Record<string, unknown>) => post(aCanary(overrides), asWebsite)
  const cards = () => slack.messages(leads).filter((message) => message.thread_ts === undefined)
  const shown = (count: number) => slack.waitFor(() => cards()[count - 1], `card ${count}`)

  it('come in by every door, the wrong ones too', async () => {
    expect(await send()).toBe(202)
    const [body, at] = [JSON.stringify(aCanary()), new Date()]
    const signed = (signature: string) => ({
      'content-type': 'application/json',
      ...{ 'webhook-id': 'canary-1', 'webhook-timestamp': String(Math.floor(at.getTime() / 1000)) },
      'webhook-signature': signature,
    })
    const signature = new Webhook(canaries.webhook).sign('canary-1', at, body)
    const signedPost = (how: string) =>
      fetch(`${bot.intakeUrl}/v1/leads`, { method: 'POST', headers: signed(how), body }).then(
        ({ status }) => status,
      )
    expect(await signedPost(signature)).toBe(202)
    expect(await signedPost(`v1,${Buffer.from(canaries.note).toString('base64')}`)).toBe(401)
    expect(await post(aCanary(), { authorization: `Bearer ${canaries.wrongBearer}` })).toBe(401)
    expect(await send({ email: canaries.name, [canaries.name]: canaries.phone })).toBe(400)
    expect(canariesIn(bot.log(), { signature })).toEqual([])
    await shown(2)
  })

  it('are decided upon, looked up, and shown to whom they concern', async () => {
    const [first, second] = cards()
    if (!first || !second) throw new Error('no cards')
    await slack.as(anna).click(first, 'lead.accept')
    await slack.as(anna).click(first, 'lead.show-contact')
    await slack.as(ben).click(second, 'lead.reject')
    await slack.waitFor(() => slack.as(ben).view(), 'the modal')
    await slack.as(ben).fill({ reason: 'spam' })
    await slack.waitFor(
      () => JSON.stringify(slack.as(ben).view()).includes('actual:spam') || undefined,
      'the evidence',
    )
    await slack.as(ben).submit({ 'actual:spam': canaries.evidence, note: canaries.note })
    for (const command of ['/lead', '/define', '/persona', '/digest', '/canary'])
      await slack.as(anna).command(command, canaries.term)
    await slack.as(anna).command('/lead', canaries.name)
    await slack.waitFor(() => slack.ephemerals(anna)[5], 'the answers')
    expect(JSON.stringify(await slack.as(anna).home())).toContain(canaries.name)
  })

  it('meet a Slack that fails in every way', async () => {
    const kinds: FaultKind[] = [
      'rate-limit',
      'server-error',
      'html',
      'internal-error',
      'reset-before',
      'reset-after',
    ]
    for (const kind of kinds) {
      for (const method of ['chat.postMessage', 'views.open', 'users.info', 'conversations.info'])
        slack.faults.add({ kind, method, times: 1, seconds: 1 })
      await send()
      const [card] = cards()
      if (card) await slack.as(ben).click(card, 'lead.show-contact')
    }
    await shown(2 + kinds.length)
    const channel = slack.state.channels.find(({ id }) => id === leads)
    if (!channel) throw new Error('no channel')
    channel.is_archived = true
    await send()
    const failed = async () => (await errors()).filter(({ state }) => state === 'failed').length
    await expect.poll(failed).toBeGreaterThan(0)
    channel.is_archived = false
  })

  it('meet a database that fails, and says why with everything it was given', async () => {
    await database.client.query(breakTable('Lead'))
    expect(await send()).toBe(503)
    const open = cards().at(-1)
    if (!open) throw new Error('no card')
    const before = slack.ephemerals(ben).length
    await slack.as(ben).click(open, 'lead.accept')
    await slack.waitFor(() => slack.ephemerals(ben)[before], 'an apology')
    await database.client.query(mendTable('Lead'))
    await database.client.query(breakTable('LookupMiss'))
    await slack.as(ben).command('/define', canaries.term)
    await slack.waitFor(() => slack.ephemerals(ben)[before + 1], 'another apology')
    await database.client.query(mendTable('LookupMiss'))
    await database.client.query('ALTER TABLE "Playbook" RENAME TO "Away"')
    await slack.as(ben).click(open, 'lead.accept')
    const { text } = await slack.waitFor(() => slack.ephemerals(ben)[before + 2], 'one more')
    expect(text).toContain('Bei uns ist etwas schiefgegangen')
    await database.client.query('ALTER TABLE "Away" RENAME TO "Playbook"')
    await database.client.query(breakTable('Notice'))
    expect(await send()).toBe(503)
    await database.client.query(mendTable('Notice'))
    expect(bot.log()).toContain('leads could not be stored')
    expect(bot.log()).toContain('a listener failed')
  })

  it('were never printed, nor stored as an error', async () => {
    bot.process.kill('SIGTERM')
    await once(bot.process, 'exit')
    const tokens = { bot: slack.botToken, app: slack.appToken, signing: slack.signingSecret }
    expect(canariesIn(bot.log(), tokens)).toEqual([])
    expect(bot.log().split('\n').length).toBeGreaterThan(15)
    const stored = await errors()
    expect(stored.filter(({ error }) => error !== null).length).toBeGreaterThan(0)
    expect(canariesIn(JSON.stringify(stored), tokens)).toEqual([])
    const { rows } = await database.client.query(`SELECT answer FROM "Receipt"`)
    expect(canariesIn(JSON.stringify(rows), tokens)).toEqual([])
  })

  it('would be found', () => {
    for (const [name, value] of Object.entries(canaries)) expect(canariesIn(`x ${value} y`)).toContain(name)
  })

  const errors = async () =>
    (
      await database.client.query<{ state: string; error: string | null }>(
        'SELECT state, error FROM "Notice"',
      )
    ).rows
})
