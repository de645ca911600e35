import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readConfig, settingsSchema } from '../src/config.ts'

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
