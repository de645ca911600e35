import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { clickClient } from '../../../src/slack/connection/clients.ts'
import { slackPeople } from '../../../src/slack/people/people.ts'
import { scriptedSlack } from '../scripted-slack.ts'

const users: Record<string, Record<string, unknown>> = {
  U0BEN: {
    ...{ name: 'ben', real_name: 'Ben Berg', locale: 'de-DE', tz: 'Europe/Berlin' },
    profile: { display_name: 'Ben' },
  },
  U0ANNA: { name: 'anna', real_name: 'Anna Alt', locale: 'en-US', tz: 'Mars/Olympus', is_admin: true },
  U0GUEST: { name: 'guest', is_restricted: true },
  U0SINGLE: { name: 'single', is_ultra_restricted: true },
  U0GONE: { name: 'gone', deleted: true },
  U0BOT: { name: 'bot', is_bot: true },
  U0STRANGER: { name: 'stranger', team_id: 'T0OTHER' },
  U0FLAGGED: { name: 'flagged', is_stranger: true },
  U0GRID: { name: 'grid', team_id: 'T0ELSEWHERE', enterprise_user: { teams: ['T0BATON'] } },
  U0LOCAL: { id: 'W0GLOBAL', name: 'local', tz: null, locale: null, enterprise_user: { id: 'W0GLOBAL' } },
}

describe('people', () => {
  let slack: Awaited<ReturnType<typeof scriptedSlack>>
  let now = 0
  const people = () => {
    const client = clickClient({ botToken: 'xoxb-test', apiUrl: slack.apiUrl })
    return slackPeople({ client, now: () => new Date(now) })
  }
  const asked = (method: string) => slack.calls.filter((call) => call.method === method).length

  beforeEach(async () => {
    slack = await scriptedSlack()
    slack.knows.set('auth.test', () => ({ team_id: 'T0BATON' }))
    slack.knows.set('usergroups.list', () => ({
      usergroups: [
        { id: 'S0SALES', users: ['U0ANNA', 'U0BEN'] },
        { id: 'S0MARKETING', users: ['U0CARLA', 'W0GLOBAL'] },
      ],
    }))
    slack.knows.set('users.info', (args) => {
      const id = args.get('user') ?? ''
      return { user: { id, team_id: 'T0BATON', ...users[id] } }
    })
  })
  afterEach(() => slack.stop())

  it('knows language, zone and groups', async () => {
    expect(await people().find('U0BEN')).toEqual({
      ...{ id: 'U0BEN', name: 'Ben', language: 'de', zone: 'Europe/Berlin', kind: 'member', isAdmin: false },
      groups: ['S0SALES'],
    })
  })

  it('knows no zone for one that does not exist', async () => {
    expect(await people().find('U0ANNA')).toMatchObject({
      name: 'Anna Alt',
      language: 'en',
      zone: null,
      isAdmin: true,
    })
  })

  it('knows somebody whom Slack calls by another id by the one that was asked for', async () => {
    expect(await people().find('U0LOCAL')).toEqual({
      ...{ id: 'U0LOCAL', name: 'local', language: null, zone: null, kind: 'member', isAdmin: false },
      groups: ['S0MARKETING'],
    })
  })

  it('does not guess who somebody is when Slack tells of nobody', async () => {
    slack.knows.set('users.info', () => ({ user: null }))
    await expect(people().find('U0BEN')).rejects.toThrow('expected object')
  })

  it.each([
    ['U0GUEST', 'guest'],
    ['U0SINGLE', 'guest'],
    ['U0GONE', 'deleted'],
    ['U0BOT', 'bot'],
    ['U0STRANGER', 'stranger'],
    ['U0FLAGGED', 'stranger'],
    ['U0GRID', 'member'],
  ])('sees that %s is a %s', async (id, kind) => {
    expect((await people().find(id)).kind).toBe(kind)
  })

  it('asks Slack once in a minute, so that nobody keeps a right for longer than that', async () => {
    const known = people()
    await Promise.all([known.find('U0BEN'), known.find('U0BEN'), known.find('U0ANNA')])
    now += 59_000
    await known.find('U0BEN')
    expect([asked('users.info'), asked('usergroups.list'), asked('auth.test')]).toEqual([2, 1, 1])
    now += 2_000
    await known.find('U0BEN')
    expect(asked('users.info')).toBe(3)
  })

  it('works without the scope for user groups: roles then name people', async () => {
    slack.plan('usergroups.list', { does: 'refuse', error: 'missing_scope' })
    expect(await people().find('U0BEN')).toMatchObject({ groups: [] })
  })

  it('lets somebody whom Slack does not know do nothing', async () => {
    slack.plan('users.info', { does: 'refuse', error: 'user_not_found' })
    expect(await people().find('U0NOBODY')).toMatchObject({ id: 'U0NOBODY', kind: 'deleted', groups: [] })
  })

  it('does not guess who somebody is when Slack does not answer', async () => {
    slack.plan('users.info', { does: 'refuse', error: 'fatal_error' })
    await expect(people().find('U0NOBODY')).rejects.toThrow('fatal_error')
  })
})
