import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts'
import { killed, spawnBot, startBot } from '../support/bot-process.ts'
import { canaries, canariesIn } from '../support/canaries.ts'
import { guarded } from '../support/child.ts'
import { aCanaryDatabase, type CanaryDatabase } from '../support/canary-database.ts'
import { ownFolder } from '../support/own-folder.ts'
import { patienceMs } from '../support/patience.ts'

async function outputOf(command: string[], environment: Record<string, string>): Promise<string> {
  const env = { PATH: process.env['PATH'], ...environment }
  const child = guarded(spawn(process.execPath, command, { env }))
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  await once(child, 'close')
  return output
}

describe('secrets and people’s data', () => {
  let slack: Sandbox
  let database: CanaryDatabase
  beforeAll(async () => {
    slack = await startSandbox()
    database = await aCanaryDatabase(inject('postgresUrl'))
  })
  afterAll(async () => {
    await slack.stop()
    await database.client.end()
  })

  it('do not come out when requests of Slack are forged', async () => {
    const settings = {
      DATABASE_URL: database.url,
      LOG_LEVEL: 'trace',
      SLACK_SIGNING_SECRET: canaries.signingSecret,
    }
    const other = await startBot(slack, { ...settings, SLACK_PORT: '0' })
    try {
      const url = /"slack":"([^"]+)"/.exec(other.log())?.[1] ?? ''
      const headers = {
        'content-type': 'application/x-www-form-urlencoded',
        'x-slack-signature': canaries.slackSignature,
        'x-slack-request-timestamp': String(Math.floor(Date.now() / 1000)),
      }
      for (const body of [
        `payload=${canaries.name}`,
        `token=${canaries.botToken}&text=${canaries.term}`,
        '{',
      ])
        expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(401)
      expect(canariesIn(other.log(), { bot: slack.botToken })).toEqual([])
    } finally {
      await killed(other.process)
    }
  })

  it.each([
    ['a bot token that Slack does not know', () => ({ SLACK_BOT_TOKEN: canaries.botToken })],
    ['an app token that Slack does not know', () => ({ SLACK_APP_TOKEN: canaries.appToken })],
    ['tokens that are none', () => ({ SLACK_BOT_TOKEN: canaries.bearer, SLACK_APP_TOKEN: canaries.webhook })],
    ['a wrong password', () => ({ DATABASE_URL: database.as(canaries.wrongPassword) })],
    [
      'a database that is not there',
      () => ({ DATABASE_URL: `postgresql://x:${canaries.wrongPassword}@127.0.0.1:1/x` }),
    ],
    ['a URL that is none', () => ({ DATABASE_URL: `postgres//x:${canaries.wrongPassword}@x` })],
    ['sources that are none', () => ({ INTAKE_SOURCES: `${canaries.bearer},Web Site=${canaries.webhook}` })],
  ])('do not come out of a start with %s', async (_what, settings) => {
    const environment = { DATABASE_URL: database.url, LOG_LEVEL: 'trace', ...settings() }
    const starting = spawnBot(slack, environment)
    let output = ''
    for (const stream of [starting.stdout, starting.stderr])
      stream?.on('data', (chunk: Buffer) => (output += chunk.toString()))
    const ended = once(starting, 'close')
    const timer = setTimeout(() => starting.kill('SIGKILL'), patienceMs)
    await ended
    clearTimeout(timer)
    expect(output).toContain('Baton can’t start')
    expect(canariesIn(output, { bot: slack.botToken, app: slack.appToken })).toEqual([])
  })

  it('do not come out of the command line', async () => {
    const folder = await ownFolder('canaries')
    const [csv, map] = [join(folder, 'leads.csv'), join(folder, 'map.yaml')]
    await writeFile(csv, `Name,Mail\n${canaries.name},${canaries.evidence}\n`)
    await writeFile(map, 'source: fair\ncolumns: { Name: name, Mail: email }\n')
    const cli = 'src/cli/main.ts'
    const runs = [
      [[cli, 'digest'], { DATABASE_URL: database.as(canaries.wrongPassword) }],
      [[cli, 'digest'], { DATABASE_URL: `postgres//x:${canaries.wrongPassword}@x` }],
      [[cli, 'import', csv, '--map', map], { DATABASE_URL: database.url }],
    ] as const
    const outputs = []
    for (const [command, settings] of runs) outputs.push(await outputOf([...command], settings))
    expect(outputs[2]).toContain('1 refused')
    expect(outputs.map((output) => canariesIn(output))).toEqual([[], [], []])
  })
})
