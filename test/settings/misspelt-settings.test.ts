import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { settingsSchema } from '../../src/settings/settings-schema.ts'
import { nearMisses, strangersIn } from '../../src/settings/misspelt-settings.ts'
import { loadSettingsFile } from '../../src/settings/settings-file.ts'
import { ownFolder } from '../support/own-folder.ts'

const settings = Object.keys(settingsSchema.shape)
const slips = (name: string) => [
  ...[name.slice(0, -2) + name.slice(-1), name.toLowerCase(), name.replaceAll('_', '-'), `${name}S`],
  name.slice(0, 3) + name.slice(4, 5) + name.slice(3, 4) + name.slice(5),
]

describe.each(settings)('%s misspelt', (name) => {
  it.each(slips(name))('is told with the right name: %s', (slip) => {
    expect(strangersIn([slip])).toEqual([`${slip} in .env is no setting of Baton: did you mean ${name}?`])
    expect(nearMisses({ [slip]: 'canary' })).toEqual([
      `${slip} in the environment is no setting of Baton: did you mean ${name}?`,
    ])
    expect(nearMisses({ [slip]: 'canary', [name]: 'set' })).toEqual([])
    expect(nearMisses({ [slip]: 'canary' }, [slip])).toEqual([])
  })
})

describe('names of others', () => {
  const others = [
    'PATH',
    'HOME',
    'SLACK_WEBHOOK_URL',
    'INTAKE_SERVICE_HOST',
    'INTAKE_PORT_3001_TCP',
    'LOG_DIR',
  ]
  it('in the environment are nobody’s business here', () => {
    expect(nearMisses(Object.fromEntries(others.map((name) => [name, 'x'])))).toEqual([])
    expect(nearMisses({ SLACK_HOST: 'x', DATABASE_NAME: 'x', PORT: '1', HOST: 'x' })).toEqual([])
  })

  it('are strangers in .env, unless another program reads them from there', () => {
    expect(strangersIn(['COLOUR'])).toEqual([
      'COLOUR in .env is no setting of Baton: take it out; .env.example lists them',
    ])
    expect(strangersIn(['TZ', 'NODE_OPTIONS', 'PGSSLROOTCERT', 'HTTPS_PROXY', 'POSTGRES_PASSWORD'])).toEqual(
      [],
    )
    expect(strangersIn(['__proto__', 'constructor'])).toHaveLength(2)
  })
})

describe('.env', () => {
  const read = async (content: string | Buffer, environment: Record<string, string> = {}) => {
    const file = join(await ownFolder('settings'), '.env')
    await writeFile(file, content)
    const { problems } = loadSettingsFile(environment, file)
    return { problems, environment }
  }

  it('is read into the environment, and changes nothing that stands there', async () => {
    const content = '\uFEFFDATA_DIR=/data\r\n# a comment\r\n\r\nexport LOG_LEVEL="warn"\r\nINTAKE_PORT=1\r\n'
    expect(await read(content, { INTAKE_PORT: '2' })).toEqual({
      problems: [],
      environment: { DATA_DIR: '/data', LOG_LEVEL: 'warn', INTAKE_PORT: '2' },
    })
    expect(await read(await readFile('.env.example'))).toMatchObject({ problems: [] })
  })

  it.each([
    ['SLACK_BOT_TOKEN: xoxb-canary', 'line 1 of .env sets nothing: write NAME=VALUE, or # before it'],
    ['LOG_LEVEL=info\nLOG_LEVEL=warn', 'LOG_LEVEL stands twice in .env: take one of them out'],
    [Buffer.from('DATA_DIR=/data/gr\u00f6\u00dfe', 'latin1'), 'is not UTF-8'],
    [Buffer.from('\uFEFFLOG_LEVEL=info', 'utf16le'), 'is not UTF-8'],
  ])('says what is wrong with it, and no value: %s', async (content, said) => {
    const { problems } = await read(content)
    expect(problems).toEqual([expect.stringContaining(said)])
    expect(problems.join('')).not.toContain('canary')
  })

  it.each([
    ['a start', 'src/main.ts', [], 1],
    ['a command', 'src/cli/main.ts', ['playbook', 'export'], 1],
    ['the doctor', 'src/cli/main.ts', ['doctor'], 1],
    ['a call for help', 'src/cli/main.ts', ['--help'], 0],
  ] as const)('with a slip is no ground to stand on: %s', async (...[, program, args, code]) => {
    const cwd = await ownFolder('slip')
    await writeFile(join(cwd, '.env'), 'DATABASE_ULR=postgresql://canary@db/x\nDATA_DIR=./none\n')
    const { promise, resolve: done } = Promise.withResolvers<{ code: unknown; said: string }>()
    execFile(process.execPath, [resolve(program), ...args], { cwd, env: {} }, (error, out, err) =>
      done({ code: error?.code ?? 0, said: out + err }),
    )
    const ended = await promise
    expect(ended.code).toBe(code)
    expect(/DATABASE_ULR in \.env is no setting of Baton/.test(ended.said)).toBe(code === 1)
    expect(ended.said).not.toContain('canary')
  })
})
