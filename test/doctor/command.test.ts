import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { z } from 'zod'
import { PGlite } from '@electric-sql/pglite'
import { lockFolder } from '../../src/db/connection/lock.ts'
import { readMigrations } from '../../src/db/migrations/migrations.ts'
import { openDatabase } from '../../src/db/open.ts'
import { seed } from '../../prisma/seed.ts'
import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts'
import { guarded } from '../support/child.ts'
import { createDatabase } from '../support/create-database.ts'
import { settingsFor } from './examined.ts'
import { ownFolder } from '../support/own-folder.ts'
import { connect } from '../../src/db/connection/connect.ts'
import { agreementFile } from '../support/agree.ts'

const verdictSchema = z.object({
  ok: z.boolean(),
  problems: z.number(),
  warnings: z.number(),
  findings: z.array(
    z.object({ sign: z.string(), about: z.string(), says: z.string(), todo: z.string().optional() }),
  ),
})

/** `npm run baton -- doctor`, as a process of its own. */
async function doctor(env: Record<string, string>, args: string[] = []) {
  const folder = await ownFolder('doctor')
  const child = guarded(
    spawn(process.execPath, [resolve('src/cli/main.ts'), 'doctor', ...args], {
      cwd: folder,
      env: { PATH: process.env['PATH'], ...env },
    }),
  )
  const [out, err] = [text(child.stdout), text(child.stderr)]
  await once(child, 'close')
  return { code: child.exitCode, out: await out, err: await err }
}

const judged = (out: string) => verdictSchema.parse(JSON.parse(out.trim().split('\n').at(-1) ?? ''))

describe('baton doctor', () => {
  let slack: Sandbox
  beforeAll(async () => {
    slack = await startSandbox({ postsPerSecond: 100 })
  })
  afterAll(() => slack.stop())

  it('says what is wrong with an installation that has nothing, and ends with 1', async () => {
    const { code, out } = await doctor({ SLACK_API_URL: slack.apiUrl })
    expect(code).toBe(1)
    expect(out).toMatch(
      /✗ problem {3}settings .*SLACK_BOT_TOKEN is missing \(there is no \.env in this folder\)/,
    )
    expect(out).toMatch(/\d problems, .*Begin with the uppermost/)
  })

  it('ends with 0 where there are warnings alone, and changes nothing', async () => {
    const url = await createDatabase(inject('postgresUrl'))
    const { code, out } = await doctor({ ...settingsFor(slack), DATABASE_URL: url }, ['--json'])
    expect(judged(out)).toMatchObject({ ok: true, problems: 0 })
    expect(out).toContain(`${(await readMigrations()).length} to come`)
    expect(code).toBe(0)
    expect(await rowsOf(url, `SELECT tablename FROM pg_tables WHERE schemaname = 'public'`)).toEqual([])
  })

  it('sees a database that Baton would not start on', async () => {
    const foreign = await createDatabase(inject('postgresUrl'))
    await rowsOf(foreign, 'CREATE TABLE invoices (id INT)')
    const closed = await createDatabase(inject('postgresUrl'))
    const role = `weak_${new URL(closed).pathname.slice(1)}`
    await rowsOf(
      closed,
      `CREATE ROLE ${role} LOGIN PASSWORD 'weak'; REVOKE CREATE ON SCHEMA public FROM PUBLIC`,
    )
    const asWeak = new URL(closed)
    Object.assign(asWeak, { username: role, password: 'weak' })
    const said = async (url: string) => {
      const { code, out } = await doctor({ ...settingsFor(slack), DATABASE_URL: url }, ['--json'])
      return [code, ...judged(out).findings.map(({ sign, says }) => `${sign} ${says}`)]
    }
    const tables = 'problem the database holds tables that are not Baton’s (invoices)'
    const right = 'problem some are to come, and the role in DATABASE_URL may not create tables'
    expect(await said(foreign)).toEqual(expect.arrayContaining([1, tables]))
    expect(await said(asWeak.href)).toEqual(expect.arrayContaining([1, right]))
    await expect(openDatabase({ url: asWeak.href, dataDir: '', now: () => new Date() })).rejects.toThrow(
      /could not create its tables: permission denied.*GRANT CREATE ON SCHEMA/,
    )
  })

  it('tells no secret, whatever is wrong', async () => {
    const database = new URL(inject('postgresUrl'))
    database.password = 'canarypass'
    const env = {
      ...{ SLACK_BOT_TOKEN: 'xoxb-canary', SLACK_APP_TOKEN: 'xoxb-canary', SLACK_API_URL: slack.apiUrl },
      ...{
        DATABASE_URL: database.href,
        INTAKE_SOURCES: 'web=canary-secret',
      },
    }
    const { code, out, err } = await doctor(env)
    expect(code).toBe(1)
    expect(out).toContain('password authentication failed')
    expect(out + err).not.toContain('canary')
  })

  it('sees notices that Slack refused or did not get yet, of a database in use', async () => {
    const url = await openedOnce()
    await rowsOf(
      url,
      `INSERT INTO "Notice" (id, lane, kind, content, state, settled, error, "dueAt", "createdAt") VALUES
        ('a', 'C1', 'card', '{}', 'failed', true, 'is_archived', now(), now() - interval '185 minutes'),
        ('b', 'C1', 'card', '{}', 'pending', false, 'ratelimited', now(), now() - interval '100 minutes'),
        ('c', 'C1', 'card', '{}', 'sent', true, null, now(), now() - interval '900 minutes')`,
    )
    const { code, out } = await doctor({ ...settingsFor(slack), DATABASE_URL: url }, ['--json'])
    const lines = judged(out).findings.map(({ sign, says }) => `${sign} ${says}`)
    expect(lines).toContainEqual('problem 1 refused by Slack for good (is_archived), the oldest 3 h ago')
    expect(lines).toContainEqual(
      expect.stringMatching(/^problem 1 waiting to be posted \(ratelimited\), the oldest 1\d\d min ago/),
    )
    expect(lines).toContainEqual(expect.stringMatching(/^ok version 1, by Baton; it is/))
    expect(lines).toContainEqual(expect.stringMatching(/^ok 4 personas, 4 without an owner; 15 definitions/))
    expect(code).toBe(1)
  })

  it('sees migrations of another Baton', async () => {
    const url = await openedOnce()
    await rowsOf(
      url,
      `UPDATE "_prisma_migrations" SET migration_name = '20300101000000_later' WHERE migration_name LIKE '%ledger'`,
    )
    const { code, out } = await doctor({ ...settingsFor(slack), DATABASE_URL: url }, ['--json'])
    const lines = judged(out).findings.map(({ sign, says }) => `${sign} ${says}`)
    expect(lines).toContainEqual(
      'problem the database is of a later Baton: 20300101000000_later is not known here',
    )
    expect(lines).toContainEqual(expect.stringMatching(/^warning 1 to come: \d+_ledger/))
    expect(code).toBe(1)
  })

  it('leaves the database of a running Baton alone, and says so; a playbook can be given as a file', async () => {
    const folder = await ownFolder('held')
    await (await PGlite.create(join(folder, 'pglite'))).close()
    const lock = await lockFolder(folder)
    const file = join(folder, 'playbook.yaml')
    await writeFile(file, agreementFile({ playbook: { language: 'en' } }))
    const env = { ...settingsFor(slack), DATA_DIR: folder }
    const { out } = await doctor(env, ['--json', '--playbook', file])
    await lock.release()
    const lines = judged(out).findings.map(({ sign, about, says }) => `${sign} ${about} ${says}`)
    expect(lines).toContainEqual(
      expect.stringMatching(/^skipped database a Baton is running on .*baton-held/),
    )
    expect(lines).toContainEqual(expect.stringMatching(/^warning Baton is starting or stopping/))
    expect(lines).toContainEqual(
      expect.stringMatching(/^problem playbook .*playbook.yaml: playbook\.zone is not valid/),
    )
  })

  it('names a playbook file that is not there', async () => {
    const { code, err } = await doctor(settingsFor(slack), ['--playbook', 'nowhere.yaml'])
    expect({ code, err }).toEqual({ code: 1, err: 'There is no file nowhere.yaml.\n' })
  })
})

/** A PostgreSQL database that a Baton has started on. */
async function openedOnce(): Promise<string> {
  const url = await createDatabase(inject('postgresUrl'))
  const { db, close } = await openDatabase({ url, dataDir: '', now: () => new Date() })
  await seed(db, new Date())
  await close()
  return url
}

async function rowsOf(url: string, sql: string): Promise<unknown[]> {
  const client = await connect(url)
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}
