import { App } from '@slack/bolt'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startSandbox, type Sandbox } from '../../../src/sandbox/sandbox.ts'
import { silentLogger } from '../../../src/slack/connection/bolt-logger.ts'
import { eventually } from '../../support/patience.ts'
import { entrance } from '../../../src/slack/connection/receiver.ts'

describe('the log of the way in', () => {
  let slack: Sandbox
  let app: App
  let lines: string[]
  const said = () => lines.map((line) => (JSON.parse(line) as { msg: string }).msg)
  const both = () => slack.waitFor(() => slack.sockets.count() === 2 || undefined, 'both sockets')

  beforeEach(async () => {
    slack = await startSandbox({ postsPerSecond: 1000 })
    lines = []
    const log = pino({}, { write: (line: string) => void lines.push(line) })
    const { botToken, appToken, apiUrl } = slack
    const { receiver } = entrance({ botToken, appToken, apiUrl }, silentLogger, log)
    const authorize = async () => ({ botToken, botId: 'B1' })
    app = new App({ receiver, authorize, logger: silentLogger, convoStore: false })
    await app.start()
    await both()
  })
  afterEach(async () => {
    await app.stop()
    await slack.stop()
  })

  it('says once that every socket was closed, and once that one is open again', async () => {
    expect(said()).toEqual([])
    slack.faults.add({ kind: 'internal-error', method: 'apps.connections.open', times: 2 })
    slack.sockets.disconnect('link_disabled')
    await eventually(() => expect(said()).toHaveLength(2))
    await both()
    expect(said()).toEqual([
      'Slack has closed every socket: until one is open again, clicks and commands do not come in',
      'a socket to Slack is open again',
    ])
  })

  it('says nothing while one of them is renewed', async () => {
    slack.sockets.disconnect('refresh_requested', 1)
    await eventually(() => expect(slack.sockets.count()).toBe(1))
    await both()
    expect(said()).toEqual([])
  })

  it('says nothing when Baton itself closes them, one after the other', async () => {
    await app.stop()
    await slack.waitFor(() => slack.sockets.count() === 0 || undefined, 'no socket')
    expect(said()).toEqual([])
  })
})
