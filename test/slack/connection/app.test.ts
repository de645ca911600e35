import { createHmac } from 'node:crypto'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connectSlack, type Slack } from '../../../src/slack/connection/app.ts'
import { openDesk, type Desk } from '../../support/desk.ts'
import { engines } from '../../support/database.ts'
import { eventually } from '../../support/patience.ts'
import { freePort } from '../../support/free-port.ts'
import { scriptedSlack } from '../scripted-slack.ts'

const lines: string[] = []
const log = pino({}, { write: (line: string) => void lines.push(line) })
const [engine] = engines
const secret = 'signing-test-secret'

describe('connecting to Slack', () => {
  let desk: Desk
  let slack: Awaited<ReturnType<typeof scriptedSlack>>
  let connected: Slack | null = null

  beforeEach(async () => {
    slack = await scriptedSlack()
    slack.knows.set('auth.test', () => ({ user_id: 'U0BATON', bot_id: 'B0BATON', team_id: 'T0BATON' }))
    if (!engine) throw new Error('no database engine to test on')
    desk = await openDesk(engine)
  })
  afterEach(async () => {
    await connected?.stop(100)
    connected = null
    slack.stop()
    await desk[Symbol.asyncDispose]()
  })

  const connect = (settings: Partial<Parameters<typeof connectSlack>[0]['config']>) =>
    connectSlack({
      config: { botToken: 'xoxb-canary', apiUrl: slack.apiUrl, ...settings },
      deps: desk.deps,
      log,
    })

  it('says which token is wrong and where to get a right one, without printing it', async () => {
    slack.plan('auth.test', { does: 'refuse', error: 'invalid_auth' })
    const failure = await connect({ appToken: 'xapp-test' }).catch(String)
    expect(failure).toMatch(/SLACK_BOT_TOKEN \(invalid_auth\).*OAuth & Permissions/)
    expect(failure).not.toContain('canary')
  })

  it('says when Slack is not there', async () => {
    const failure = await connect({ appToken: 'xapp-test', apiUrl: 'http://127.0.0.1:1/api/' }).catch(String)
    expect(failure).toContain("Slack can't be reached at http://127.0.0.1:1/api/")
  })

  it('says when Slack goes away after the first answer', async () => {
    for (let tries = 0; tries < 5; tries++) slack.plan('bots.info', { does: 'break', stored: false })
    const failure = await connect({ appToken: 'xapp-test' }).catch(String)
    expect(failure).toContain(`Slack can't be reached at ${slack.apiUrl}`)
  })

  it('says when the socket is not allowed', async () => {
    slack.plan('apps.connections.open', { does: 'refuse', error: 'invalid_auth' })
    connected = await connect({ appToken: 'xapp-canary' })
    const failure = await connected.start().catch(String)
    expect(failure).toMatch(/SLACK_APP_TOKEN \(invalid_auth\).*Socket Mode/)
    expect(failure).not.toContain('canary')
  })

  it('needs a way for Slack to reach it', async () => {
    await expect(connect({})).rejects.toThrow('SLACK_APP_TOKEN (xapp-…) is missing')
  })

  describe('over HTTP', () => {
    const send = async (port: number, body: URLSearchParams, key = secret) => {
      const time = String(Math.floor(Date.now() / 1000))
      const signature = createHmac('sha256', key).update(`v0:${time}:${body.toString()}`).digest('hex')
      const headers: Record<string, string> = {
        'x-slack-request-timestamp': time,
        'x-slack-signature': `v0=${signature}`,
      }
      headers['content-type'] = 'application/x-www-form-urlencoded'
      return fetch(`http://127.0.0.1:${port}/slack/events`, { method: 'POST', body, headers })
    }
    const typed = (command: string, text: string) =>
      new URLSearchParams({
        ...{ command, text, user_id: 'U0ANNA', team_id: 'T0BATON', channel_id: 'C0LEADS', trigger_id: 't' },
        response_url: `${slack.apiUrl}response`,
      })
    /** What came back at the response_url. */
    const answer = async (): Promise<string> => {
      const answers = () => slack.messages.filter(({ method }) => method === 'response')
      await eventually(() => expect(answers()).toHaveLength(1))
      return decodeURIComponent(answers()[0]?.args.toString().replaceAll('+', ' ') ?? '')
    }
    const listen = async (): Promise<number> => {
      const port = await freePort()
      connected = await connect({ signingSecret: secret, port })
      await connected.start()
      return port
    }

    it('answers a command that Slack signed, and nobody else', async () => {
      const port = await listen()
      expect(connected?.state()).toMatchObject({ kind: 'http', connected: true })
      expect((await send(port, typed('/persona', 'list'), 'another')).status).toBe(401)
      expect((await send(port, typed('/persona', 'list'))).status).toBe(200)
      expect(await answer()).toContain('"response_type":"ephemeral"')
    })

    it('tells the person, by a reference, when something went wrong', async () => {
      const port = await listen()
      desk.deps.people.find = () => Promise.reject(new Error('Slack does not answer'))
      expect((await send(port, typed('/lead', 'mine'))).status).toBe(200)
      const said = await answer()
      expect(said).toContain('"response_type":"ephemeral"')
      expect(said).not.toContain('does not answer')
      const [, reference = 'none'] = /this number: ([\w-]+)/.exec(said) ?? []
      expect(lines.filter((line) => line.includes(`"reference":"${reference}"`))).toHaveLength(1)
    })

    it.each([
      ['leads nowhere', { does: 'break', stored: false }],
      ['is refused', { does: 'lose', status: 500, body: '' }],
    ] as const)('writes to the person directly when the way back %s', async (_what, fate) => {
      const port = await listen()
      slack.plan('response', fate)
      desk.deps.people.find = () => Promise.reject(new Error('Slack does not answer'))
      await send(port, typed('/lead', 'mine'))
      const direct = () => slack.messages.find(({ args }) => args.get('channel') === 'U0ANNA')
      await eventually(() => expect(direct()?.args.get('text')).toContain('went wrong'))
    })
  })
})
