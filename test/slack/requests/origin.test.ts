import { describe, expect, it } from 'vitest'
import { startSandbox } from '../../../src/sandbox/sandbox.ts'
import { startClient } from '../../../src/slack/connection/clients.ts'
import { appIdOf, placeOf } from '../../../src/slack/requests/origin.ts'

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

describe('where something happened', () => {
  const alone = { teamId: 'T0HOME', enterpriseId: null }
  const inOrganisation = { teamId: 'T0HOME', enterpriseId: 'E0OURS' }
  it.each([
    ['in the workspace', { teamId: 'T0HOME' }, 'home', 'home'],
    ['in the workspace, of the organisation', { teamId: 'T0HOME', enterpriseId: 'E0OURS' }, 'home', 'home'],
    ['in another workspace', { teamId: 'T0OTHER' }, 'elsewhere', 'elsewhere'],
    [
      'in another one of the organisation',
      { teamId: 'T0WEST', enterpriseId: 'E0OURS' },
      'unclear',
      'unclear',
    ],
    ['in the organisation', { enterpriseId: 'E0OURS' }, 'unclear', 'unclear'],
    ['in another organisation', { teamId: 'T0OTHER', enterpriseId: 'E0OTHER' }, 'unclear', 'elsewhere'],
    ['nowhere', {}, 'unclear', 'unclear'],
    [
      'in another workspace, of an organisation without a name',
      { teamId: 'T0OTHER', enterpriseId: '' },
      'elsewhere',
      'elsewhere',
    ],
  ] as const)('%s', (...[_what, named, whereAlone, whereInOrganisation]) => {
    expect([placeOf(named, alone), placeOf(named, inOrganisation)]).toEqual([whereAlone, whereInOrganisation])
  })
})
