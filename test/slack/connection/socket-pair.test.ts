import { App } from '@slack/bolt'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startSandbox, type Sandbox } from '../../../src/sandbox/sandbox.ts'
import { silentLogger } from '../../../src/slack/connection/bolt-logger.ts'
import { socketPair } from '../../../src/slack/connection/socket-pair.ts'
import { anna } from '../../support/people.ts'
import { eventually } from '../../support/patience.ts'

describe('two sockets', () => {
  let slack: Sandbox
  let app: App
  let open: number[]
  let connections: number | null

  const pair = (appToken: string): App => {
    const config = { botToken: slack.botToken, apiUrl: slack.apiUrl }
    const changed = (count: number): void => void open.push(count)
    const counted = (count: number): void => void (connections = count)
    const receiver = socketPair({ config, appToken, logger: silentLogger, changed, counted })
    const authorize = async () => ({ botToken: slack.botToken, botId: 'B1' })
    const bolt = new App({ receiver, authorize, logger: silentLogger, convoStore: false })
    bolt.command('/lead', async ({ ack }) => ack('here'))
    return bolt
  }
  const both = () => slack.waitFor(() => slack.sockets.count() === 2 || undefined, 'both sockets')

  beforeEach(async () => {
    slack = await startSandbox({ postsPerSecond: 1000 })
    open = []
    connections = null
    app = pair(slack.appToken)
    await app.start()
    await both()
  })
  afterEach(async () => {
    await app.stop()
    await slack.stop()
  })

  it('answer a click while one of them is renewed, and are two again', async () => {
    slack.sockets.disconnect('refresh_requested', 1)
    for (let times = 0; times < 5; times++) await slack.as(anna).command('/lead')
    expect(slack.ephemerals(anna).map(({ text }) => text)).toEqual(Array.from({ length: 5 }, () => 'here'))
    await both()
  })

  it.each(['internal-error', 'html', 'server-error'] as const)(
    'come back when opening one meets %s',
    async (kind) => {
      slack.faults.add({ kind, method: 'apps.connections.open', times: 3 })
      slack.sockets.disconnect('link_disabled')
      await both()
      expect(slack.faults.waiting()).toEqual([])
    },
  )

  it('say how many there are', async () => {
    await eventually(() => expect(open).toEqual([1, 2]))
    expect(connections).toBe(2)
  })

  it('do not come back once they were stopped', async () => {
    await app.stop()
    await slack.waitFor(() => slack.sockets.count() === 0 || undefined, 'both to be gone')
    await new Promise((done) => setTimeout(done, 600))
    expect(slack.sockets.count()).toBe(0)
  })

  it('are none when they were stopped while the second one was being opened', async () => {
    await app.stop()
    const hasty = pair(slack.appToken)
    await hasty.start()
    await hasty.stop()
    await new Promise((done) => setTimeout(done, 600))
    await expect.poll(() => slack.sockets.count()).toBe(0)
  })

  it('end the start when Slack takes no socket from this token', async () => {
    await expect(pair('xapp-wrong').start()).rejects.toThrow('invalid_auth')
  })
})
