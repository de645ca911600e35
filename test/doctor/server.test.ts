import { describe, expect, inject, it } from 'vitest'
import { connect } from '../../src/db/connection/connect.ts'
import { inspectDatabase, type DatabaseView } from '../../src/db/inspect.ts'
import { againstDatabase } from '../../src/doctor/checks/clock.ts'
import { judge } from '../../src/doctor/checks/database.ts'
import { createDatabase } from '../support/create-database.ts'
import { forgetfulPooler } from '../support/forgetful-pooler.ts'
import { migratedDatabase } from '../support/migrated-database.ts'
import { told } from './examined.ts'

/** The server of the tests has it off, for their speed alone. */
const always =
  'warning | database | fsync is off: a power cut may lose or damage what was stored | Set fsync = on'

async function look<T>(url: string, at: (view: DatabaseView) => T): Promise<T> {
  const view = await inspectDatabase({ url, isUrlWrong: false, dataDir: '', now: () => new Date() })
  try {
    return at(view)
  } finally {
    if (view.state === 'open') await view.close()
  }
}

const saidOf = (url: string) =>
  look(url, (view) => told(judge(view)).filter((line) => !/answers in|migrations|fsync/.test(line)))

/** A database of its own, after these statements; `$` is its name. */
async function altered(...statements: string[]): Promise<string> {
  const url = await createDatabase(inject('postgresUrl'), migratedDatabase)
  const client = await connect(url)
  for (const statement of statements)
    await client.query(statement.replace('$', new URL(url).pathname.slice(1)))
  await client.end()
  return url
}

describe('the doctor, of the server,', () => {
  it('has nothing to say of settings that Baton sets for itself', async () => {
    const url = await altered(`ALTER DATABASE $ SET timezone = 'Pacific/Chatham'`)
    expect(await saidOf(url)).toEqual([])
    expect(await look(url, (view) => told(judge(view)))).toContainEqual(expect.stringContaining(always))
  })

  it('names those that do not stay as they were set, and takes none for a wrong clock', async () => {
    await using pooler = await forgetfulPooler(
      await altered(`ALTER DATABASE $ SET timezone = 'America/St_Johns'`),
    )
    const [found, ...others] = await saidOf(pooler.url)
    expect(others).toEqual([])
    expect(found).toMatch(/^problem \| database \| does not keep .*TimeZone is America\/St_Johns and not UTC/)
    expect(found).toMatch(/default_transaction_isolation is serializable and not read committed/)
    expect(found).toContain('| A pooler between them')
    expect(await look(pooler.url, againstClock)).toEqual([])
  })

  it('names an encoding that can’t hold every name', async () => {
    const url = await altered()
    const name = `latin_${new URL(url).pathname.slice(1)}`
    const client = await connect(url)
    await client.query(`CREATE DATABASE ${name} ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0`)
    await client.end()
    expect(await saidOf(Object.assign(new URL(url), { pathname: name }).href)).toEqual([
      expect.stringContaining('problem | database | is in LATIN1, which can’t hold every name'),
    ])
  })

  it.each([
    { settings: { log_statement: 'mod' }, names: 'log_statement' },
    { settings: { log_min_duration_statement: '1s' }, names: 'log_min_duration_statement' },
    { settings: { log_parameter_max_length_on_error: '10' }, names: 'log_parameter_max_length_on_error' },
  ])('names what leads’ data gets into its log by: $names', async ({ settings, names }) => {
    const wanted = `warning | database | the server writes what leads say into its own log (${names})`
    expect(await saidOf(await setTo(settings))).toEqual([expect.stringContaining(wanted)])
  })

  it.each([{ log_statement: 'ddl' }, { log_statement: 'all', log_parameter_max_length: '0' }])(
    'has nothing to say of a log that holds no lead: %o',
    async (settings) => {
      expect(await saidOf(await setTo(settings))).toEqual([])
    },
  )
})

const setTo = (settings: Record<string, string | undefined>) =>
  altered(...Object.entries(settings).map(([name, value]) => `ALTER DATABASE $ SET ${name} = '${value}'`))
const againstClock = (view: DatabaseView) => told(againstDatabase(view))
