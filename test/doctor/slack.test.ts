import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { scopes } from '../../src/doctor/checks/scopes.ts'
import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts'
import { examined, settingsFor, told } from './examined.ts'
import { tells, without } from './slack-table.ts'

describe('the doctor looks at tokens, scopes and the way in', () => {
  tells([
    {
      when: 'everything is well',
      says: /^ok \| bot token \| Slack takes it: @baton in the workspace Sandbox/,
    },
    {
      when: 'everything is well',
      says: /^ok \| scopes \| all 7 are granted, and none too many/,
    },
    { when: 'everything is well', says: /^ok \| connection \| Slack would open a socket/ },
    { when: 'everything is well', says: /^ok \| clock \| this machine and Slack agree/ },
    {
      when: 'the token is of nobody',
      env: { SLACK_BOT_TOKEN: 'xoxb-canary' },
      says: /^problem \| bot token \| Slack does not accept SLACK_BOT_TOKEN \(invalid_auth\) \| Copy the "Bot User/,
    },
    {
      when: 'the token is of nobody',
      env: { SLACK_BOT_TOKEN: 'xoxb-canary' },
      says: /^skipped \| scopes \| Slack did not take the bot token/,
    },
    {
      when: 'a person’s token is there',
      env: { SLACK_BOT_TOKEN: 'xoxp-canary' },
      says: /^problem \| settings \| SLACK_BOT_TOKEN holds the token of a person \(xoxp-\).* \| Copy/,
    },
    {
      when: 'a person’s token is there',
      env: { SLACK_BOT_TOKEN: 'xoxp-canary' },
      says: /^skipped \| scopes \| there is no bot token/,
    },
    {
      when: 'the app token is of nobody',
      env: { SLACK_APP_TOKEN: 'xapp-canary' },
      says: /^problem \| connection \| Slack opens no socket for SLACK_APP_TOKEN \(invalid_auth\) \| In https/,
    },
    {
      when: 'Slack is not there',
      env: { SLACK_API_URL: 'http://127.0.0.1:45872/api/' },
      says: /^problem \| bot token \| Slack can't be reached at \S+ \(\w+\) \| Check the network/,
    },
    {
      when: 'Slack is not there',
      env: { SLACK_API_URL: 'http://127.0.0.1:45872/api/' },
      says: /^skipped \| clock \|/,
    },
    {
      when: 'the address of Slack is no address, its tokens go nowhere',
      env: { SLACK_API_URL: 'http://127.0.0.1:45872/' },
      says: /^skipped \| bot token \|/,
    },
    {
      when: 'the address of Slack is no address, its tokens go nowhere',
      env: { SLACK_API_URL: 'notaurl' },
      says: /^skipped \| connection \| no app token that Slack could be asked about/,
    },
    {
      when: 'the address of Slack lacks its end',
      env: { SLACK_API_URL: 'http://127.0.0.1:45872/' },
      says: /^problem \| settings \| SLACK_API_URL must be an address such as \S+, with \/api\/ at its end/,
    },
    {
      when: 'leads are to come in where this machine is not',
      env: { INTAKE_HOST: '192.0.2.1' },
      says: /^problem \| intake \| INTAKE_HOST 192\.0\.2\.1 is no address of this machine \| Use 127/,
    },
    {
      when: 'one of two senders is wrong',
      env: { INTAKE_SOURCES: 'website=secret-123456,other=x' },
      says: /^skipped \| intake \| INTAKE_SOURCES is wrong; see settings/,
    },
    {
      when: 'the data folder is a file, also one that may be run',
      env: { DATA_DIR: process.execPath },
      says: /^problem \| database \| .* can’t be written to/,
    },
    {
      when: 'chat:write is missing',
      arrange: ({ state }) => without(state, 'chat:write'),
      says: /^problem \| scopes \| chat:write is missing: no card.* \| Add chat:write/,
    },
    {
      when: 'users:read is missing',
      arrange: ({ state }) => without(state, 'users:read'),
      says: /^problem \| scopes \| users:read is missing: nobody can accept/,
    },
    {
      when: 'files:write is missing',
      arrange: ({ state }) => without(state, 'files:write'),
      says: /^warning \| scopes \| files:write is missing: digests/,
    },
    {
      when: 'there are scopes too many',
      arrange: ({ state }) => state.scopes.push('im:history', 'users:read.email'),
      says: /^warning \| scopes \| more than Baton needs: im:history, users:read.email \| Remove them/,
    },
    {
      when: 'scopes for private channels are there',
      arrange: ({ state }) => state.scopes.push('groups:read', 'groups:history'),
      says: /^ok \| scopes/,
    },
  ])
})

describe('the doctor asks Slack', () => {
  let slack: Sandbox
  beforeEach(async () => {
    slack = await startSandbox({ postsPerSecond: 100 })
  })
  afterEach(() => slack.stop())

  it.each([
    [5, /^ok \| clock/],
    [-30, /^warning \| clock \| this machine is (29|30|31) s behind Slack/],
    [600, /^problem \| clock \| this machine is (599|600|601) s ahead of Slack: signed requests/],
  ])('for the time, when this machine is off by %s s', async (seconds, says) => {
    const now = () => new Date(Date.now() + seconds * 1000)
    expect(told(await examined({ env: settingsFor(slack), now }))).toContainEqual(expect.stringMatching(says))
  })

  it('nothing at all where its address is wrong, here or elsewhere', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch')
    const env = { ...settingsFor(slack), SLACK_API_URL: 'notaurl' }
    expect(told(await examined({ env }))).toContainEqual(expect.stringMatching(/^skipped \| clock/))
    expect(
      fetched.mock.calls.map(([asked]) => (asked instanceof Request ? asked.url : asked.toString())),
    ).toEqual([
      expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/readyz$/),
      expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/v1\/leads$/),
    ])
    expect(slack.log).toEqual([])
  })

  it('changes nothing there, and connects no socket', async () => {
    const somebody = { groups: ['S0SALES'], users: ['U0DAVID'] }
    const roles = { sales: somebody, marketing: somebody, managers: somebody, operations: somebody }
    await examined({ env: settingsFor(slack), playbook: { roles } })
    const asked = new Set(slack.log.map((entry) => (entry.kind === 'call' ? entry.method : entry.kind)))
    expect([...asked].toSorted()).toEqual([
      'api.test',
      'apps.connections.open',
      'auth.test',
      'conversations.info',
      'usergroups.list',
      'users.info',
    ])
    expect(slack.sockets.count()).toBe(0)
  })

  it('knows the scopes of the manifest, each with what is missing without it', () => {
    const manifest = z
      .object({ oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }) })
      .parse(parse(readFileSync('manifest.yml', 'utf8')))
    expect(Object.keys(scopes).toSorted()).toEqual(manifest.oauth_config.scopes.bot.toSorted())
  })
})
