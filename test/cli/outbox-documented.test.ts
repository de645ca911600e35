import { exec } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { inject, expect, it } from 'vitest'
import { openDatabase } from '../../src/db/open.ts'
import { createDatabase } from '../support/create-database.ts'
import { migratedDatabase } from '../support/migrated-database.ts'

/** What the commands of operations.md say on an empty outbox, in their order: each is understood. */
const answers = [
  'Nothing waits, and nothing was refused.',
  '{"queue":[],"troubles":[]}',
  'Nothing was refused for C0123ABC, is_archived',
  'Nothing was refused for C0123ABC',
  'Nothing was refused for C0123ABC, message_not_found',
  'Nothing waits for C0123ABC, HTTP 500',
]

it(
  'the commands of operations.md about what Slack refuses are as the page has them',
  { timeout: 300_000 },
  async () => {
    const url = await createDatabase(inject('postgresUrl'), migratedDatabase)
    const page = await readFile('docs/operations.md', 'utf8')
    const [, section = ''] = page.split('\n## What Slack refuses\n')
    const [, block = ''] = /\n```\n([^`]*)\n```\n/.exec(section) ?? []
    const said: string[] = []
    for (const command of block.split('\n')) said.push(await typed(command, url))
    expect(said).toEqual(answers.map((answer) => expect.stringContaining(answer) as unknown))
    const database = await openDatabase({ url, dataDir: '', now: () => new Date() })
    expect(await database.outbox.counts()).toEqual({ waiting: 0, failed: 0 })
    await database.close()
  },
)

function typed(command: string, url: string): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>()
  exec(command, { env: { ...process.env, DATABASE_URL: url } }, (_, out, err) => resolve(out + err))
  return promise
}
