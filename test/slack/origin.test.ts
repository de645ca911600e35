import { expect, it } from 'vitest'
import { startSandbox } from '../../src/sandbox/sandbox.ts'
import { startClient } from '../../src/slack/clients.ts'
import { appIdOf } from '../../src/slack/origin.ts'

it('a bot that was started too often waits as long as Slack says, and then knows its app', async () => {
  const slack = await startSandbox({ postsPerSecond: 1000 })
  try {
    const client = startClient({ botToken: slack.botToken, appToken: undefined, apiUrl: slack.apiUrl })
    const { bot_id: botId } = await client.auth.test()
    slack.faults.add({ kind: 'rate-limit', method: 'bots.info', seconds: 1 })
    const askedAt = performance.now()
    expect(await appIdOf(client, botId)).toMatch(/^A[A-Z0-9]+$/)
    expect(performance.now() - askedAt).toBeGreaterThan(900)
  } finally {
    await slack.stop()
  }
})
