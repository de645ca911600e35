import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readConfig, readDatabaseConfig, readWhatIsRight } from '../../src/settings/config.ts'
import { settingsSchema } from '../../src/settings/settings-schema.ts'

const enough = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }

describe('the settings', () => {
  it('need no more than the two tokens', () => {
    expect(readConfig(enough)).toMatchObject({
      ok: true,
      value: { database: { dataDir: './data' }, delivery: { postsPerSecond: 1 } },
    })
  })

  it('say everything that is wrong at once, with its remedy and without its value', () => {
    const result = readConfig({
      SLACK_BOT_TOKEN: 'xoxp-secret',
      INTAKE_PORT: 'many',
      DATABASE_URL: 'mysql://root:pw@db',
    })
    if (result.ok) throw new Error('was taken')
    expect(result.problems.map((problem) => problem.split(' ')[0])).toEqual(
      expect.arrayContaining(['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'INTAKE_PORT', 'DATABASE_URL']),
    )
    expect(result.problems.join('\n')).not.toMatch(/xoxp-secret|root:pw|many/)
  })

  it.each([
    ['xoxp-canary', 'SLACK_BOT_TOKEN holds the token of a person (xoxp-): copy the Bot User OAuth Token'],
    ['xapp-canary', 'SLACK_BOT_TOKEN holds an app-level token (xapp-): copy'],
    ['xoxe.xoxb-canary', 'SLACK_BOT_TOKEN holds a token that expires (xoxe): switch token rotation off'],
    ['xoxd-canary', 'SLACK_BOT_TOKEN holds the token of a browser (xoxc-): copy'],
    ['a canary', 'SLACK_BOT_TOKEN must begin with xoxb-: copy'],
  ])('name what stands in the place of a token: %s', (SLACK_BOT_TOKEN, sentence) => {
    const result = readConfig({ ...enough, SLACK_BOT_TOKEN })
    if (result.ok) throw new Error('was taken')
    expect(result.problems).toEqual([expect.stringContaining(sentence)])
    expect(result.problems.join('\n')).not.toContain('canary')
  })

  it('can be read as far as they are right', () => {
    const env = {
      SLACK_BOT_TOKEN: 'xoxp-1',
      SLACK_APP_TOKEN: 'xapp-1',
      INTAKE_PORT: 'many',
      DATA_DIR: '/data',
    }
    expect(readWhatIsRight(env)).toMatchObject({
      slack: { botToken: undefined, appToken: 'xapp-1', apiUrl: 'https://slack.com/api/' },
      intake: { port: 3001 },
      database: { dataDir: '/data' },
    })
  })

  it.each([
    ['INTAKE_PORT', '65536', 'INTAKE_PORT must be a port number, from 0 to 65535'],
    ['SLACK_POSTS_PER_SECOND', '0', 'SLACK_POSTS_PER_SECOND must be a number above 0, at most 10000'],
    ['DELIVERY_SETTLE_SECONDS', 'x', 'DELIVERY_SETTLE_SECONDS must be a number of seconds, from 0 to 600'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent'],
    [
      'INTAKE_SOURCES',
      'web',
      'INTAKE_SOURCES entry 1 must be NAME=SECRET, the secret of 8 characters or more',
    ],
    [
      'INTAKE_SOURCES',
      'web=secret-of-web,crm=whsec_notbase64!!',
      'INTAKE_SOURCES entry 2 is no secret of Standard Webhooks: after whsec_ come letters, digits, + and / (base64); copy it whole from the sender',
    ],
  ])('say what %s must be', (name, value, sentence) => {
    expect(readConfig({ ...enough, [name]: value })).toEqual({ ok: false, problems: [sentence] })
  })

  it('keep both doors apart', () => {
    const both = { ...enough, SLACK_PORT: '3000', INTAKE_PORT: '3000' }
    expect(readConfig(both)).toMatchObject({ ok: true })
    expect(readConfig({ ...both, SLACK_SIGNING_SECRET: 'a-signing-secret' })).toEqual({
      ok: false,
      problems: ['SLACK_PORT is the port of INTAKE_PORT, too: choose another for one of them'],
    })
  })

  it('of the database alone are refused with a sentence, too', () => {
    expect(readDatabaseConfig({ DATABASE_URL: '', DATA_DIR: '' })).toEqual({ dataDir: './data' })
    expect(() => readDatabaseConfig({ DATABASE_URL: 'mysql://root:pw@db/x' })).toThrow(
      /^DATABASE_URL must be postgresql:\/\/USER:PASSWORD@HOST:PORT\/NAME, with \/ as %2F, @ as %40 and # as %23 in the password$/,
    )
  })

  it('take a source twice: the old secret and the new one', () => {
    const result = readConfig({
      ...enough,
      INTAKE_SOURCES: 'web=old-secret, web=new-secret, crm=whsec_abcdefgh',
    })
    expect(result).toMatchObject({
      value: {
        intake: {
          sources: [
            { name: 'web', bearer: ['old-secret', 'new-secret'], webhook: [] },
            { name: 'crm', bearer: [], webhook: ['whsec_abcdefgh'] },
          ],
        },
      },
    })
  })

  it('take empty as not set', () => {
    expect(readConfig({ ...enough, DATABASE_URL: '', SLACK_SIGNING_SECRET: '' })).toMatchObject({ ok: true })
  })

  it('are all in .env.example, and nothing else is', () => {
    const lines = readFileSync('.env.example', 'utf8').split('\n')
    const keys = lines.flatMap((line) => /^([A-Z_]+)=/.exec(line)?.[1] ?? [])
    expect(keys.toSorted()).toEqual(Object.keys(settingsSchema.shape).toSorted())
  })
})
